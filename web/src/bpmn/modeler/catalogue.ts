/** What the properties panel offers to choose from. */
export type Choice = { value: string; label: string };
export type Catalogue = {
  messages: Choice[];
  jobTypes: (Choice & { inputs: string[] })[];
  roles: Choice[];
  skills: Choice[];
  purposes: Choice[];
  forms: Choice[];
  decisions: Choice[];
  processes: Choice[];
  /** Articles of knowledge, by the step (`process/elementId`) at which they are shown. */
  articles: { label: string; href: string; step: string }[];
};
export const emptyCatalogue: Catalogue = {
  messages: [],
  jobTypes: [],
  roles: [],
  skills: [],
  purposes: [],
  forms: [],
  decisions: [],
  processes: [],
  articles: [],
};
/** Given to the panel as a service; filled when the server has answered. */
export type CatalogueHolder = { current: Catalogue; newForm: ((element: { id: string; name: string }) => void) | undefined };
