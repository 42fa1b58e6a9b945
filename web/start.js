// The first page: who is signed in, what is open for them, and whether everything works. Read again when the server says so.
const find = (id) => document.getElementById(id);
const dates = new Intl.DateTimeFormat('de-DE', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'Europe/Berlin' });
const DAY = 86_400_000;

const read = async (path) => {
  const answer = await fetch(path, { headers: { accept: 'application/json' } });
  return { status: answer.status, body: await answer.json().catch(() => null) };
};

const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

const due = (dueDate, now) => {
  if (!dueDate) return { text: 'ohne Frist', kind: '' };
  const days = Math.round((Date.parse(`${dueDate.slice(0, 10)}T00:00Z`) - Date.parse(`${now.slice(0, 10)}T00:00Z`)) / DAY);
  if (days < 0) return { text: `${plural(-days, 'Tag', 'Tage')} überfällig`, kind: 'ueberfaellig' };
  if (days === 0) return { text: 'heute fällig', kind: 'bald' };
  return { text: `${dates.format(new Date(dueDate))} (in ${plural(days, 'Tag', 'Tagen')})`, kind: days <= 3 ? 'bald' : '' };
};

const cell = (text, kind = '') => {
  const td = document.createElement('td');
  td.textContent = text ?? '';
  if (kind) td.className = kind;
  return td;
};

const row = (task, now) => {
  const tr = document.createElement('tr');
  const frist = due(task.dueDate, now);
  tr.append(cell(frist.text, frist.kind), cell(task.aktenzeichen), cell(task.person), cell(task.name), cell(task.team ?? task.section));
  tr.append(cell(task.assignee ?? 'frei'));
  return tr;
};

const say = (text) => {
  find('hinweis').textContent = text;
};

const showTasks = async (me) => {
  const { body } = await read('/api/tasks?view=all&limit=50');
  const items = body?.items ?? [];
  find('aufgaben').hidden = items.length === 0;
  find('aufgaben').tBodies[0].replaceChildren(...items.map((task) => row(task, me.today)));
  if (me.applicant) say('Ihre Anträge und Briefe finden Sie bald hier.');
  else if (items.length === 0) say('Für Sie ist gerade nichts offen.');
  else
    say(
      body.next
        ? 'Die ersten 50 offenen Aufgaben, nach Frist.'
        : `${plural(items.length, 'offene Aufgabe', 'offene Aufgaben')}, nach Frist.`,
    );
};

const NAMES = { status: 'Zustand', engine: 'Engine', database: 'Datenbank', records: 'Protokoll', version: 'Version' };
const WORDS = { ok: 'in Ordnung', down: 'gestört' };

const showHealth = async () => {
  const { body } = await read('/api/health').catch(() => ({ body: { status: 'down' } }));
  find('zustand').replaceChildren(
    ...Object.entries(body ?? { status: 'down' }).map(([name, value]) => {
      const div = document.createElement('div');
      const dt = document.createElement('dt');
      const dd = document.createElement('dd');
      dt.textContent = NAMES[name] ?? name;
      dd.textContent = WORDS[value] ?? value;
      div.append(dt, dd);
      return div;
    }),
  );
};

const signedIn = (me) => {
  find('person').textContent = me ? me.name : '';
  find('anmelden').hidden = Boolean(me);
  find('abmelden').hidden = !me;
};

const showPerson = async () => {
  const { status, body } = await read('/api/me');
  const me = status === 200 ? body : undefined;
  signedIn(me);
  if (!me) {
    say('Bitte melden Sie sich an, um Ihre Aufgaben zu sehen.');
    return;
  }
  await showTasks(me);
  let timer;
  const events = new EventSource('/api/events');
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void showTasks(me), 250);
  };
  for (const kind of ['task', 'case', 'resync', 'message']) events.addEventListener(kind, again);
};

find('abmelden').addEventListener('click', async () => {
  const answer = await fetch('/auth/logout', { method: 'POST', headers: { 'x-lotse-csrf': '1' } });
  location.href = answer.ok ? ((await answer.json()).next ?? '/') : '/';
});

void showHealth();
setInterval(showHealth, 30_000);
showPerson().catch(() => say('Der Server antwortet gerade nicht. Bitte laden Sie die Seite gleich noch einmal.'));
