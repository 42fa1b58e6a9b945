import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { keepScreen } from '../browser.ts';
import { faint } from './pixels.ts';

/** The pages people spend their day on; all others are made of the same parts. */
const looked = new Set([
  'start',
  'sign-in',
  'inbox-all',
  'desk',
  'task',
  'cases',
  'case-asked',
  'case-compare',
  'process',
  'norms',
  'studio-waiting',
  'studio-editor-bpmn',
  'studio-editor-dmn',
  'studio-editor-form',
  'applicant-home',
  'applicant-form-faults',
  'applicant-status',
  'applicant-letter',
  'letter-print',
]);

/** In forced colours axe reads what the page asked for, not what the system made of it: there the picture alone is asked. */
const schemes = [
  { name: 'light', media: { colorScheme: 'light', forcedColors: 'none' }, axe: false },
  { name: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' }, axe: true },
  { name: 'forced', media: { colorScheme: 'dark', forcedColors: 'active' }, axe: false },
] as const;

const lowContrast = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
};

/** What cannot be read on the page as it stands, in the light, in the dark, and where the system chooses the colours. */
export const unreadable = async (page: Page, name: string): Promise<string[]> => {
  if (!looked.has(name)) return [];
  const wrong: string[] = [];
  for (const { name: scheme, media, axe } of schemes) {
    await page.emulateMedia(media);
    const found = [...(await faint(page)), ...(axe ? await lowContrast(page) : [])];
    wrong.push(...found.map((each) => `${scheme}: ${each}`));
    if (scheme !== 'light') await keepScreen(page, `${name}-${scheme}`);
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
  return wrong;
};
