import type { Locator, Page } from 'playwright-core';
import { as } from './office.ts';

/** What a clerk does with a page, in the words that stand on it. */
export const row = (page: Page, text: string): Locator => page.locator('tbody tr[data-task]').filter({ hasText: text });

export const openFromList = async (page: Page, aktenzeichen: string): Promise<void> => {
  await row(page, aktenzeichen).getByRole('link', { name: aktenzeichen }).click();
  await page.waitForURL(/\/aufgaben\/[0-9a-f-]{36}$/);
};

export const headline = (page: Page, text: string): Promise<void> =>
  page.getByRole('heading', { level: 1 }).filter({ hasText: text }).waitFor();

export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

/** A radio or box of a question. */
export const choose = (page: Page, question: string, answer: string): Promise<void> =>
  page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).check();

/** TT.MM.JJJJ */
export const typed = (day: Temporal.PlainDate): string => day.toString().split('-').reverse().join('.');

export const taskIdIn = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';

/** Saved by itself, a moment after the last change. */
export const draftSaved = (page: Page): Promise<void> => page.getByText(/^Entwurf gespeichert um/).waitFor();

export const assigneeOf = async (taskId: string, by = 'sb-sg4'): Promise<string | null> =>
  (await as(by).get(`/api/tasks/${taskId}`)).body.assignee;

export const focused = (page: Page): Locator => page.locator(':focus');
