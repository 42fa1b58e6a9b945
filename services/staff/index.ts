/** Staff: who works here, with groups, teams and skills, and what they may see and do. What other features may call. */
export { type DemoAccount, demoAccounts, findDemoAccount } from './demo-accounts.ts';
export { createIdentify } from './identify.ts';
export * from './rights.ts';
export { groupsWith, hasRight, rightsOf } from './rights-by-role.ts';
export { countsUnseen, inSteps, withoutFew } from './small-numbers.ts';
export { applyCaseScope, findStaff, isStaffAccount, listStaff, type StaffMember, seedStaff } from './store.ts';
