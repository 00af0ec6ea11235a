/** The build puts in the script and the style of the page. */
declare const PAGE_SCRIPT: string;
declare const PAGE_STYLE: string;

export const pageAssets = { script: PAGE_SCRIPT, style: PAGE_STYLE };
