/** Names of user tasks that nobody could fill in: they link no form. What cannot be read has none (the check says why). */
export const tasksWithoutForm = (xml: string): string[] => {
  const read = new DOMParser().parseFromString(xml, 'application/xml');
  return [...read.getElementsByTagNameNS('*', 'userTask')]
    .filter((task) => task.getElementsByTagNameNS('*', 'formDefinition').length === 0)
    .map((task) => task.getAttribute('name') || (task.getAttribute('id') ?? ''));
};
