export { demoAccounts, type DemoAccount, findDemoAccount } from './demo-accounts.ts';
export * from './rights.ts';
export { findSection, type Section, type SectionId, sectionIds, sectionOfGroup, sections, type Team } from './sections.ts';
export { applyCaseScope, type StaffMember } from './store.ts';
