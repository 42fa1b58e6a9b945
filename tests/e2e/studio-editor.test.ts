import { readFile } from 'node:fs/promises';
import test, { type ExecutionContext } from 'ava';
import type { Page } from 'playwright-core';
import { keepScreen, openBrowser, pageOf, wrongForAll } from '../support/browser.ts';
import { as, atMost, until } from '../support/office.ts';
import { foreignWords } from '../support/views/look.ts';

const browser = openBrowser();
test.after.always(async () => (await browser).close());

/** Nobody opens eleven editors at once. */
const slot = atMost(3);
const inEditor = (title: string, work: (t: ExecutionContext) => Promise<void>): void => {
  test(title, (t) => slot(() => work(t)));
};

const BPMN = 'duldung/duldung.bpmn';
const DMN = 'decisions/team.dmn';
const FORM = 'duldung/duldung-grund.form';
const CHECK = 'userTask_DuldungsgrundPruefen';

/** A change of its own for each test: what one writes does not show in another. */
const begin = async (paths: string[]): Promise<string> => {
  const { status, body } = await as('pv').post('/api/process-changes', { title: 'Im Editor', files: paths.map((path) => ({ path })) });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.changeId;
};
const textOf = async (changeId: string, path: string): Promise<string> =>
  (await as('pv').get(`/api/process-changes/${changeId}/files?path=${encodeURIComponent(path)}`)).body.content;

const address = (changeId: string, path: string): string => `/studio/${changeId}/datei?pfad=${encodeURIComponent(path)}`;
const ready = (page: Page) => page.locator('section[aria-busy=false]').first().waitFor();
const open = async (changeId: string, path: string): Promise<Page> => {
  const page = await pageOf(await browser, 'pv', '/karte');
  page.setDefaultTimeout(30_000);
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(globalThis, { refused });
    document.addEventListener('securitypolicyviolation', (event) => refused.push(`${event.violatedDirective} ${event.sourceFile}`));
  });
  await page.goto(address(changeId, path));
  await ready(page);
  return page;
};
const refusedByPolicy = (page: Page): Promise<string[]> => page.evaluate('globalThis.refused');
const saved = (page: Page) => page.locator('.file-bar .save-line', { hasText: /^gespeichert \d\d:\d\d$/ }).waitFor();
/** The text as the server has it, once it is as it should be: it is saved a moment after the last change. */
const savedAs = (changeId: string, path: string, right: (text: string) => boolean): Promise<string> =>
  until(`${path} saved`, async () => {
    const text = await textOf(changeId, path);
    return right(text) && text;
  });
const findings = (page: Page) => page.getByRole('region', { name: 'Hinweise' });
const tree = (page: Page) => page.getByRole('tree');

const choose = async (page: Page, name: string): Promise<void> => {
  await tree(page).focus();
  await page.keyboard.press('Home');
  const active = page.locator('.outline__line[data-active]');
  for (let count = 0; count < 60 && !((await active.textContent()) ?? '').includes(name); count += 1)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.outline__line[aria-selected=true]', { hasText: name }).waitFor();
};

const logoOnTop = (page: Page, selector: string): Promise<boolean> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      element.scrollIntoView();
      const { left, top, width, height } = element.getBoundingClientRect();
      return width > 20 && element.contains(element.ownerDocument.elementFromPoint(left + width / 2, top + height / 2));
    });

inEditor('a process is changed by keyboard alone: outline, properties, undo; findings come and go with it', async (t) => {
  const changeId = await begin([BPMN]);
  const page = await open(changeId, BPMN);
  await page.getByRole('heading', { level: 1, name: /Duldung/ }).waitFor();
  t.true(await logoOnTop(page, '.bjs-powered-by'));
  await choose(page, 'Duldungsgrund prüfen');
  // Right after the outline comes the way into the properties.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  t.is(await page.evaluate('document.activeElement.id'), 'eigenschaften');
  t.is(
    await page.getByLabel('Fachkenntnis').evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]?.text),
    'Humanitäres Aufenthaltsrecht',
  );
  const groups = page.getByLabel('Erledigt von');
  for (let count = 0; count < 12 && !(await groups.evaluate((element) => element === element.ownerDocument.activeElement)); count += 1)
    await page.keyboard.press('Tab');
  t.true(await groups.evaluate((element) => element === element.ownerDocument.activeElement));
  await groups.selectOption({ label: 'nichts gewählt' });
  const finding = findings(page).getByText(/nennt keine Gruppe/);
  await finding.waitFor();
  await page.locator(`.djs-overlays[data-container-id="${CHECK}"] .lotse-badge--incident`).waitFor();
  await keepScreen(page, 'studio-editor-bpmn');
  const task = (text: string): string => new RegExp(`<bpmn:userTask id="${CHECK}"[\\s\\S]*?</bpmn:userTask>`).exec(text)?.[0] ?? '';
  await savedAs(changeId, BPMN, (text) => task(text) !== '' && !task(text).includes('candidateGroups'));
  await saved(page);

  await choose(page, 'AZR abfragen');
  await findings(page)
    .getByRole('button', { name: /^Anzeigen: Diese Aufgabe/ })
    .press('Enter');
  await page.locator('.outline__line[aria-selected=true]', { hasText: 'Duldungsgrund prüfen' }).waitFor();
  const why = findings(page).getByRole('link', { name: /^Regel und Beispiel: „Diese Aufgabe nennt keine Gruppe/ });
  t.is(await why.getAttribute('href'), '/studio/regeln/user-task-groups');

  await page.getByRole('button', { name: 'Rückgängig' }).press('Enter');
  await finding.waitFor({ state: 'detached' });
  await findings(page).getByText('Nichts einzuwenden.').waitFor();
  t.is(await page.locator('.lotse-badge--incident').count(), 0);
  await page.getByRole('button', { name: 'Wiederholen' }).press('Enter');
  await finding.waitFor();
  t.deepEqual(await refusedByPolicy(page), []);
  t.deepEqual(await wrongForAll(page), []);
  await page.context().close();
});

inEditor('a new task has what the office wants of it, an id that can be read, and gets a form', async (t) => {
  const changeId = await begin([BPMN]);
  const page = await open(changeId, BPMN);
  await choose(page, 'AZR abfragen');
  await page.locator('.djs-context-pad [data-action=append]').click();
  await page.locator('.djs-popup').getByText('Aufgabe für die Sachbearbeitung').click();
  await page.locator('.djs-direct-editing-content').fill('Ausweis früh prüfen');
  await page.locator('.djs-direct-editing-content').press('Enter');
  await page.locator('.outline__line', { hasText: 'Ausweis früh prüfen' }).waitFor();
  const made = await until('the task on the server', async () => {
    const task = /<bpmn:userTask id="userTask_AusweisFruehPruefen"[\s\S]*?<\/bpmn:userTask>/.exec(await textOf(changeId, BPMN));
    return task?.[0];
  });
  t.regex(made, /candidateGroups="=\[rolle\]"/);
  t.regex(made, /dueDate="=faelligAm"/);
  t.notRegex(made, /zeebe:userTask\b/, 'the engine’s own task list would take it');
  await page.getByRole('button', { name: 'Neues Formular' }).click();
  await page
    .getByRole('navigation', { name: 'Dateien dieser Änderung' })
    .getByRole('link', { name: /ausweis-frueh-pruefen/ })
    .waitFor();
  await until('the form linked', async () => (await textOf(changeId, BPMN)).includes('formId="ausweis-frueh-pruefen"'));
  t.regex(await textOf(changeId, 'duldung/ausweis-frueh-pruefen.form'), /"id": "ausweis-frueh-pruefen"/);
  await page.context().close();
});

inEditor('a process is played through; what the library says is German', async (t) => {
  const page = await open(await begin([BPMN]), BPMN);
  await choose(page, 'Duldungsgrund prüfen');
  for (const action of ['append', 'replace']) {
    await page.locator(`.djs-context-pad [data-action=${action}]`).click();
    await page.locator('.djs-popup').waitFor();
    t.deepEqual(await foreignWords(page, 'de'), [], `menu ${action}`);
    await page.keyboard.press('Escape');
  }
  for (const group of await page.locator('.bio-properties-panel-group-header-title').all()) await group.click();
  t.deepEqual(await foreignWords(page, 'de'), [], 'properties');
  await page.getByRole('button', { name: 'Durchspielen' }).click();
  await page.locator('.bts-context-pad').first().click();
  await page.locator('.bts-notification').first().waitFor();
  t.deepEqual(await foreignWords(page, 'de'), [], 'play-through');
  t.true(await page.getByRole('button', { name: 'Rückgängig' }).isDisabled());
  await page.getByRole('button', { name: 'Durchspielen beenden' }).click();
  t.deepEqual(await refusedByPolicy(page), []);
  await page.context().close();
});

inEditor('a decision: a cell is changed, a row without an example is named and gets one', async (t) => {
  const changeId = await begin([DMN]);
  const page = await open(changeId, DMN);
  const table = page.locator('.dmn-decision-table-container');
  await table.getByText('Team laut Zuordnung').waitFor();
  await page.getByText('Jede Zeile hat ein Beispiel.').waitFor();
  t.true(await logoOnTop(page, '.bjs-powered-by'));
  t.deepEqual(await foreignWords(page, 'de'), []);
  const cell = table.locator('td.annotation [contenteditable]').first();
  await cell.fill('Grund, im Browser geschrieben');
  await cell.blur();
  const text = await savedAs(changeId, DMN, (now) => now.includes('Grund, im Browser geschrieben'));
  t.regex(text, /<(?:\w+:)?property name="norm"/, 'what the editor does not know stays');

  const examples = page.getByRole('region', { name: 'Beispiele' }).first();
  const room = (): Promise<number> =>
    page.evaluate("document.querySelector('.editor-sheet__table').clientHeight / document.querySelector('.editor-sheet').clientHeight");
  t.true((await room()) > 0.85, 'folded, the examples are one line');
  await examples.getByRole('button', { name: /^Beispiele \(\d+\)$/ }).press('Enter');
  t.true((await room()) >= 0.65, 'the table keeps two thirds');
  for (const remove of await examples.getByRole('button', { name: /^Beispiel „D2_01.*entfernen$/ }).all())
    await remove.click({ trial: true });
  while ((await examples.getByRole('button', { name: /^Beispiel „D2_01.*entfernen$/ }).count()) > 0)
    await examples
      .getByRole('button', { name: /^Beispiel „D2_01.*entfernen$/ })
      .first()
      .click();
  await examples.getByRole('button', { name: 'Beispiel für D2_01 vorschlagen' }).click();
  await page.getByText('Jede Zeile hat ein Beispiel.').waitFor();
  await until('the example on the server', async () =>
    // In the order of the rows, not at the end.
    JSON.parse(await textOf(changeId, DMN.replace('.dmn', '.vectors.json')))[0].name.startsWith('D2_01'),
  );
  await keepScreen(page, 'studio-editor-dmn');
  t.deepEqual(await refusedByPolicy(page), []);
  t.deepEqual(await wrongForAll(page), []);
  await page.context().close();
});

inEditor('a form: a field of the allowed kinds is added by keyboard, and looked at as it is at work', async (t) => {
  const changeId = await begin([FORM]);
  const page = await open(changeId, FORM);
  const kinds = await page.locator('.fjs-palette-field').evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset.fieldType));
  t.deepEqual(
    [...kinds].sort(),
    'checkbox checklist datetime dynamiclist filepicker group number radio select text textarea textfield'.split(' '),
  );
  await choose(page, 'Duldungsgrund');
  const uses = page.locator('.file-uses');
  await uses.locator('summary', { hasText: 'Wird gebraucht von 7 Stellen' }).press('Enter');
  await uses.getByText('braucht das Programm: um die Dauer der Erlaubnis oder Duldung vorzuschlagen').waitFor();
  await uses.getByRole('button', { name: 'Vertragliches Ende der Ausbildung' }).press('Enter');
  await page.locator('.outline__line[aria-selected=true]', { hasText: 'Ausbildung' }).waitFor();
  await page.locator('.fjs-palette-field[data-field-type=number]').press('Enter');
  await choose(page, 'ZahlZahl');
  await page.getByLabel('Die Antwort steuert den Ablauf').check();
  await until('the property on the server', async () => {
    const components = JSON.parse(await textOf(changeId, FORM)).components as { type: string; properties?: { engine?: string } }[];
    return components.at(-1)?.type === 'number' && components.at(-1)?.properties?.engine === 'true';
  });
  t.deepEqual(await foreignWords(page, 'de'), []);
  await keepScreen(page, 'studio-editor-form');
  await page.getByRole('button', { name: 'Vorschau' }).click();
  await page.getByLabel('Duldungsgrund', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Eingaben prüfen' }).click();
  await page.getByText(/Angaben fehlen noch/).waitFor();
  t.deepEqual(await wrongForAll(page), []);
  await page.getByRole('button', { name: 'Bearbeiten' }).click();
  t.true(await logoOnTop(page, '.fjs-powered-by-link'));
  t.deepEqual(await refusedByPolicy(page), []);
  await page.context().close();
});

inEditor('what stands in for empty and templated fields is German; what has no name gets none by being looked at', async (t) => {
  const changeId = await begin([FORM]);
  const { content, version } = (await as('pv').get(`/api/process-changes/${changeId}/files?path=${encodeURIComponent(FORM)}`)).body;
  const texts = ['', 'Wert {{wert}}', '=wert'].map((text, at) => ({ type: 'text', id: `text${at}`, text }));
  const kinds = 'textfield textarea number datetime filepicker checkbox checklist radio select'.split(' ');
  const fields = kinds.map((type) => ({ type, id: `feld_${type}`, key: type }));
  const boxes = [
    { type: 'group', id: 'gruppe', components: texts },
    { type: 'dynamiclist', id: 'liste', path: 'liste', isRepeating: true, allowAddRemove: true, components: [] },
  ];
  const put = await as('pv').put(`/api/process-changes/${changeId}/files`, {
    path: FORM,
    version,
    content: JSON.stringify({ ...JSON.parse(content), components: [...fields, ...boxes] }),
  });
  t.is(put.status, 200);
  const page = await open(changeId, FORM);
  await page.locator('.fjs-form-field-placeholder', { hasText: 'Text mit Platzhaltern' }).waitFor();
  const drawn = await page.locator('.fjs-form-field :is(label, span), .fjs-form-field-placeholder').allTextContents();
  t.deepEqual(
    drawn.filter((text) => /view|field|picker|group|list\b|Repeat/i.test(text)),
    [],
  );
  t.is(await page.locator('.fjs-palette-field[data-field-type=number]').getAttribute('title'), 'Zahl einfügen');
  await page.locator('.fjs-palette-field[data-field-type=select]').press('Enter');
  const saved = JSON.parse(await savedAs(changeId, FORM, (text) => text.includes('Auswahl (Liste)'))).components as { label?: string }[];
  t.is(saved[0]?.label, undefined);
  await page.context().close();
});

inEditor('what was written survives a server that is gone and a page that is loaded again', async (t) => {
  const changeId = await begin([BPMN]);
  const page = await open(changeId, BPMN);
  const save = `**/api/process-changes/${changeId}/files`;
  await page.route(save, (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()));
  await choose(page, 'Duldungsgrund prüfen');
  await page.getByLabel('Fachkenntnis').selectOption('ermessen');
  await page.getByText(/nicht gespeichert: der Server antwortet nicht/).waitFor();
  await page.reload();
  await ready(page);
  await page.getByText('Ihr nicht gespeicherter Stand ist wieder da.').first().waitFor();
  await choose(page, 'Duldungsgrund prüfen');
  t.is(await page.getByLabel('Fachkenntnis').inputValue(), 'ermessen');
  await page.unroute(save);
  await savedAs(changeId, BPMN, (text) => text.includes('name="skill" value="ermessen"'));
  await saved(page);
  await page.reload();
  await ready(page);
  t.is(await page.getByText('Ihr nicht gespeicherter Stand ist wieder da.').count(), 0);
  await page.context().close();
});

inEditor('who comes second is told who has saved, and says which of the two stays', async (t) => {
  const changeId = await begin([BPMN]);
  const page = await open(changeId, BPMN);
  const { version, content } = (await as('pv').get(`/api/process-changes/${changeId}/files?path=${encodeURIComponent(BPMN)}`)).body;
  const theirs = await as('pv-2').put(`/api/process-changes/${changeId}/files`, {
    path: BPMN,
    version,
    content: content.replace('Duldung beantragt', 'Antrag liegt vor'),
  });
  t.is(theirs.status, 200);
  await choose(page, 'Duldungsgrund prüfen');
  await page.getByLabel('Fachkenntnis').selectOption('ermessen');
  await page
    .getByRole('alert')
    .getByText(/hat diese Datei um \d\d:\d\d gespeichert/)
    .waitFor();
  await page.getByRole('button', { name: 'Deren Fassung laden' }).click();
  await page.locator('.outline__line', { hasText: 'Antrag liegt vor' }).waitFor();
  t.notRegex(await textOf(changeId, BPMN), /name="skill" value="ermessen"/);
  await page.context().close();
});

const drop = async (page: Page, name: string, content: string): Promise<void> => {
  const dataTransfer = await page.evaluateHandle(
    ([called = '', text = '']) => {
      const data = new DataTransfer();
      data.items.add(new File([text], called, { type: 'application/xml' }));
      return data;
    },
    [name, content],
  );
  await page.dispatchEvent('.editor-stage', 'drop', { dataTransfer });
};

inEditor(
  'a dropped drawing with two pools asks which is the office’s, and the answer is taken over; the other stays as a closed pool',
  async (t) => {
    const changeId = await begin([BPMN]);
    const page = await open(changeId, BPMN);
    await drop(page, 'zwei-becken.bpmn', await readFile(new URL('../fixtures/drawings/miwg-two-pools.bpmn', import.meta.url), 'utf8'));
    const question = page.getByRole('group', { name: /Welcher Ablauf ist der unsere\?/ });
    await question.getByRole('button').first().waitFor();
    const answers = await question.getByRole('button').allTextContents();
    t.deepEqual(
      answers.map((each) => each.replace(/ \(.*/, '')),
      ['Ausländerbehörde', 'Antragstellerin'],
    );
    t.deepEqual(await wrongForAll(page), []);
    await keepScreen(page, 'editor-which-process');
    t.regex(await textOf(changeId, BPMN), /Duldung beantragt/, 'nothing is taken over before somebody has answered');
    await question.getByRole('button', { name: /^Ausländerbehörde/ }).click();
    await page.locator('.outline__line', { hasText: 'Antrag prüfen' }).waitFor();
    await question.waitFor({ state: 'detached' });
    const taken = await savedAs(changeId, BPMN, (text) => text.includes('Antrag prüfen'));
    t.regex(taken, /<bpmn:process id="duldung"/);
    t.regex(taken, /<bpmn:participant id="[^"]+" name="Antragstellerin" \/>/);
    await page.context().close();
  },
);

/** How far the first cells of head and body stand from the left border of what scrolls, once it has been scrolled. */
const firstColumn = (page: Page, table: string): Promise<{ scrolled: number; gaps: number[] }> =>
  page
    .locator(table)
    .first()
    .evaluate((element) => {
      let scroller = element.parentElement;
      while (scroller?.parentElement && scroller.scrollWidth <= scroller.clientWidth) scroller = scroller.parentElement;
      if (!scroller) return { scrolled: 0, gaps: [] };
      scroller.scrollLeft = 10_000;
      const left = scroller.getBoundingClientRect().left;
      const cells = [...element.querySelectorAll('thead tr:first-child > :first-child, tbody tr > :first-child')];
      return { scrolled: scroller.scrollLeft, gaps: cells.map((cell) => Math.round(cell.getBoundingClientRect().left - left)) };
    });

inEditor('which rule a row is stays in sight while the columns of a table go by, read and edited', async (t) => {
  const path = 'decisions/routing.dmn';
  const changeId = await begin([path]);
  const page = await open(changeId, path);
  await page.goto('/karte/entscheidungen/routing');
  await page.locator('main table').waitFor();
  const staysInSight = async (table: string, name: string): Promise<void> => {
    const { scrolled, gaps } = await firstColumn(page, table);
    t.true(scrolled > 200, `${name} scrolls: ${scrolled}`);
    t.true(gaps.length > 10 && gaps.every((gap) => gap >= 0 && gap <= 20), `${name}: ${gaps}`);
    await keepScreen(page, name);
  };
  await staysInSight('main table', 'decision-scrolled');
  await page.goto(address(changeId, path));
  await ready(page);
  await page.locator('.editor-sheet td.rule-index').first().waitFor();
  await staysInSight('.editor-sheet .tjs-table-container table', 'editor-dmn-scrolled');
  await page.context().close();
});

inEditor('a file is drawn onto the page and taken over; what was written is handed out as a file', async (t) => {
  const changeId = await begin([BPMN]);
  const page = await open(changeId, BPMN);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Herunterladen' }).click()]);
  t.is(download.suggestedFilename(), 'duldung.bpmn');
  const xml = await readFile(await download.path(), 'utf8');
  t.regex(xml, /<bpmn:process id="duldung"/);
  await drop(page, 'entwurf.bpmn', xml.replace('Duldung beantragt', 'Neu gezeichnet'));
  await page.locator('.outline__line', { hasText: 'Neu gezeichnet' }).waitFor();
  await drop(page, 'kaputt.bpmn', '<bpmn:definitions');
  await page.locator('.editor-note[role=alert]').waitFor();
  t.regex(await textOf(changeId, BPMN), /Neu gezeichnet/);
  await page.context().close();
});
