/** The accounts of the embedded default, one per role and a second where four eyes or a race need one. Names are drawn independently of the role. */
export type DemoAccount = {
  account: string;
  name: string;
  groups: readonly string[];
  teams: readonly string[];
  skills: readonly string[];
  applicant: boolean;
};

const one = (account: string, name: string, groups: string[], teams: string[] = [], skills: string[] = []): DemoAccount => ({
  account,
  name,
  groups,
  teams,
  skills,
  applicant: groups.includes('antragsteller'),
});

const routine = ['azr-schreiben', 'einfache-sprache'];
const legal = [...routine, 'bescheid-signatur', 'zweitpruefung', 'widerspruch', 'ermessen', 'mentor'];
const service = ['biometrie', 'kasse', 'azr-schreiben', 'einfache-sprache', 'englisch'];
const sg1 = ['recht-erwerb', 'recht-studium'];
const sg2 = ['recht-familie', 'recht-dauer', 'recht-eu'];
const sg4 = ['recht-humanitaer', 'recht-rueckkehr'];

export const demoAccounts: readonly DemoAccount[] = [
  one('sb-sg1', 'Miriam Feldkamp', ['sb-sg1'], ['T1a', 'T1b'], [...routine, ...sg1]),
  one('sb-sg1-2', 'Tarık Özdemir', ['sb-sg1'], ['T1b'], [...routine, ...sg1]),
  one('sb-sg2', 'Holger Brandt', ['sb-sg2'], ['T2a', 'T2b'], [...routine, ...sg2]),
  one('sb-sg2-2', 'Svenja Lindner', ['sb-sg2'], ['T2b'], [...routine, ...sg2]),
  one('sb-sg3', 'Paul Wisniewski', ['sb-sg3'], ['T3a', 'T3b'], [...routine, ...service]),
  one('sb-sg3-2', 'Carolin Maurer', ['sb-sg3'], ['T3a'], [...routine, ...service]),
  one('sb-sg4', 'Ines Hartwig', ['sb-sg4'], ['T4a', 'T4b'], [...routine, ...sg4]),
  one('sb-sg4-2', 'Jonas Adler', ['sb-sg4'], ['T4b'], [...routine, ...sg4]),
  one('rsb-sg1', 'Dr. Katrin Vogel', ['rsb-sg1'], ['T1a', 'T1b'], [...legal, ...sg1]),
  one('rsb-sg1-2', 'Emre Yıldız', ['rsb-sg1'], ['T1b'], [...legal, ...sg1]),
  one('rsb-sg2', 'Matthias Kern', ['rsb-sg2'], ['T2a', 'T2b'], [...legal, ...sg2]),
  one('rsb-sg2-2', 'Olga Petersen', ['rsb-sg2'], ['T2a'], [...legal, ...sg2]),
  one('rsb-sg3', 'Britta Sommer', ['rsb-sg3'], ['T3a', 'T3b'], [...legal, ...service]),
  one('rsb-sg3-2', 'Felix Neumann', ['rsb-sg3'], ['T3a'], [...legal, ...service]),
  one('rsb-sg4', 'Anja Rosenthal', ['rsb-sg4'], ['T4a', 'T4b'], [...legal, ...sg4]),
  one('rsb-sg4-2', 'Sebastian Köhler', ['rsb-sg4'], ['T4b'], [...legal, ...sg4]),
  one('sgl-sg1', 'Ulrike Baumann', ['sgl-sg1'], ['T1a', 'T1b'], [...legal, ...sg1]),
  one('sgl-sg2', 'Thomas Ehrlich', ['sgl-sg2'], ['T2a', 'T2b'], [...legal, ...sg2]),
  one('sgl-sg3', 'Leyla Arslan', ['sgl-sg3'], ['T3a', 'T3b', 'T3c'], [...legal, ...service]),
  one('sgl-sg4', 'Georg Winter', ['sgl-sg4'], ['T4a', 'T4b'], [...legal, ...sg4]),
  one('al', 'Christine Albrecht', ['al']),
  one('al-2', 'Rainer Stolz', ['al']),
  one('con', 'Nadine Schuster', ['con']),
  one('pv', 'Martin Giese', ['pv']),
  one('pv-2', 'Eva Kowalski', ['pv']),
  one('svc', 'Lena Fuchs', ['svc'], ['T3a', 'T3b'], service),
  one('svc-2', 'Milan Horvat', ['svc'], ['T3a', 'T3b'], service),
  one('notfall', 'Petra Ziegler', ['notfall'], ['T3c'], [...service, 'notfall-triage']),
  one('tel', 'Oliver Krämer', ['tel'], ['T3b'], ['einfache-sprache', 'englisch']),
  one('sicherheit', 'Sabine Reuter', ['sicherheit'], ['T4c'], [...legal, 'sicherheit', ...sg4]),
  one('sicherheit-2', 'Daniel Paulsen', ['sicherheit'], ['T4c'], [...legal, 'sicherheit', ...sg4]),
  one('azubi', 'Finn Jäger', ['azubi']),
  one('wm', 'Heike Lorenz', ['wm']),
  one('dsb', 'Andreas Thiel', ['dsb']),
  one('zd', 'Monika Haas', ['zd']),
  one('ops', 'Robert Seidel', ['ops']),
  one('antragsteller', 'Samira Haddad', ['antragsteller']),
  one('antragsteller-2', 'Luis Moreno', ['antragsteller']),
];

export const findDemoAccount = (account: string): DemoAccount | undefined => demoAccounts.find((each) => each.account === account);
