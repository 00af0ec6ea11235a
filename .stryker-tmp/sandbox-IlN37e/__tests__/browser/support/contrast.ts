// @ts-nocheck
import type { Page } from 'playwright-core';

/** The text of a page that stands out least from what is behind it, and the ratio of WCAG 2: 4.5 is enough for small text. */
export function leastContrast(page: Page): Promise<{ ratio: number; text: string }> {
  return page.evaluate(() => {
    const channels = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = ([red = 0, green = 0, blue = 0]: number[]): number => {
      const [r = 0, g = 0, b = 0] = [red, green, blue].map((channel) => {
        const share = channel / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const groundOf = (element: Element): number[] => {
      for (let each: Element | null = element; each; each = each.parentElement) {
        const ground = channels(getComputedStyle(each).backgroundColor);
        if (ground.length === 3 || (ground[3] ?? 0) > 0) return ground;
      }
      return [255, 255, 255];
    };
    const ratioOf = (element: Element): number => {
      const text = luminance(channels(getComputedStyle(element).color));
      const ground = luminance(groundOf(element));
      return (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
    };
    const isShown = (element: HTMLElement): boolean =>
      element.offsetParent !== null &&
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    const found = [...document.querySelectorAll<HTMLElement>('body *')]
      .filter(isShown)
      .map((element) => ({ ratio: ratioOf(element), text: element.innerText }));
    return found.reduce((least, each) => (each.ratio < least.ratio ? each : least));
  });
}
