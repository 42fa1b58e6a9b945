import type { Page } from 'playwright-core';

/** Milliseconds from the begin of a navigation, as the browser counts them, until the first row of the list can be clicked. */
export const firstRowAfter = async (page: Page, path: string): Promise<number> => {
  await page.goto(path, { waitUntil: 'commit' });
  const link = page.locator('tbody tr[data-task] th a').first();
  await link.click({ trial: true });
  return link.evaluate((element) => element.ownerDocument.defaultView?.performance.now() ?? Number.NaN);
};
