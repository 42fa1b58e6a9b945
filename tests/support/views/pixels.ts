/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** In window pixels. `least`: letters have soft edges, so what is drawn with 4.5 is measured a little lower. */
type Spot = { name: string; least: number; x: number; y: number; width: number; height: number };

/** Words and signs in the window that are meant to be seen: whose box is in sight and not covered. Greyed-out controls may be faint (WCAG 1.4.3). */
const seenSpots = (page: Page): Promise<Spot[]> =>
  page.evaluate(() => {
    const spots: Spot[] = [];
    const drawn = (element: Element): boolean => element.closest('svg') !== null;
    const note = (element: Element, name: string, box: DOMRect): void => {
      const x = Math.max(0, box.left);
      const y = Math.max(0, box.top);
      const width = Math.min(innerWidth, box.right) - x;
      const height = Math.min(innerHeight, box.bottom) - y;
      // Smaller than this, the edges of letters are all there is of them; the words of a drawing are small, and still not to vanish.
      if (width < 6 || height < (drawn(element) ? 5 : 9)) return;
      const top = document.elementFromPoint(x + width / 2, y + height / 2);
      if (!top || !(element.contains(top) || top.contains(element))) return;
      spots.push({ name, least: drawn(element) ? 1.35 : 3, x, y, width, height });
    };
    const left = ':disabled, [aria-disabled=true], .visually-hidden, .kern-sr-only, .bjs-powered-by, [aria-hidden=true] .fold';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.nodeValue?.trim() ?? '';
      const element = walker.currentNode.parentElement;
      if (!text || !element?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || element.closest(left)) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const box = range.getClientRects()[0];
      if (box) note(element, text.slice(0, 60), box);
    }
    // Signs that are a shape cut out of a colour.
    for (const element of document.body.querySelectorAll<HTMLElement>('*'))
      if (element.checkVisibility() && getComputedStyle(element).maskImage !== 'none' && !element.closest(left))
        note(element, `sign .${element.className}`, element.getBoundingClientRect());
    return spots;
  });

/** How far the darkest and the lightest point of each spot are apart (WCAG's contrast ratio), read from the picture itself. */
const contrasts = (page: Page, picture: string, spots: Spot[]): Promise<number[]> =>
  page.evaluate(
    async ([base64, boxes]) => {
      const bytes = Uint8Array.from(atob(base64 as string), (sign) => sign.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const surface = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', {
        willReadFrequently: true,
      }) as OffscreenCanvasRenderingContext2D;
      surface.drawImage(bitmap, 0, 0);
      const scale = bitmap.width / innerWidth;
      const linear = (value: number): number => (value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4);
      return (boxes as Spot[]).map(({ x, y, width, height }) => {
        const { data } = surface.getImageData(x * scale, y * scale, Math.max(1, width * scale), Math.max(1, height * scale));
        let darkest = 1;
        let lightest = 0;
        for (let at = 0; at < data.length; at += 4) {
          const light =
            0.2126 * linear(data[at] as number) + 0.7152 * linear(data[at + 1] as number) + 0.0722 * linear(data[at + 2] as number);
          darkest = Math.min(darkest, light);
          lightest = Math.max(lightest, light);
        }
        return (lightest + 0.05) / (darkest + 0.05);
      });
    },
    [picture, spots] as const,
  );

/** Words and signs that the picture of the window does not show, or hardly, whatever the styles say of their colours. */
export const faint = async (page: Page): Promise<string[]> => {
  const before = await seenSpots(page);
  const picture = (await page.screenshot({ animations: 'disabled' })).toString('base64');
  // What has moved while the picture was taken stands somewhere else on it.
  const after = new Set((await seenSpots(page)).map((each) => JSON.stringify(each)));
  const spots = before.filter((each) => after.has(JSON.stringify(each)));
  const found = await contrasts(page, picture, spots);
  return spots.flatMap(({ name, least }, index) => ((found[index] ?? 0) < least ? [`${name}: ${found[index]?.toFixed(1)}`] : []));
};
