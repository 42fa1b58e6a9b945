/** Security queries (§ 73 AufenthG): asked, answered and noted where only those see them who may. */
export {};
