/** Minimum salaries of the Blue Card (§ 18g (1), (2) AufenthG), gross a year in euros, by the year they count for. */
const limits: readonly { from: string; regel: number; engpass: number }[] = [
  { from: '2026-01-01', regel: 50_700, engpass: 45_934.2 },
  { from: '2025-01-01', regel: 48_300, engpass: 43_759.8 },
];

export const salaryLimits = (on: Temporal.PlainDate): { regel: number; engpass: number } => {
  const found = limits.find(({ from }) => from <= on.toString());
  if (!found) throw new Error(`Für ${on.toString()} sind keine Gehaltsgrenzen hinterlegt.`);
  return found;
};
