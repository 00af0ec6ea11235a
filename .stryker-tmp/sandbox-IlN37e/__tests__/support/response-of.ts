/** The response of an axios error. The fetch adapter of axios 1.13.3 and 1.13.4 leaves it on the cause. */
// @ts-nocheck

export const responseOf = (error: any): any => error.response ?? error.cause?.response;
