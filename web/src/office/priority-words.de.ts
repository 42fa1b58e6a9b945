export const de = { 1: 'dringend', 2: 'hoch', 3: 'normal', 4: 'niedrig' } as Record<number, string>;
