/** What letters of this office say about itself. Musterstadt does not exist. */
export const office = {
  name: 'Stadt Musterstadt',
  department: 'Ausländerbehörde',
  /** One line over the address, as the window of the envelope shows it. */
  sender: 'Ausländerbehörde · Rathausplatz 1 · 76000 Musterstadt',
  phone: '115',
  web: 'musterstadt.example',
  verwaltungsgericht: 'Musterstadt',
  /** Decides on objections the office does not remedy itself (§ 73 VwGO). */
  widerspruchsbehoerde: 'Regierungspräsidium Musterland',
};
