/** What letters of this office say about itself. Musterstadt does not exist. */
export const office = {
  verwaltungsgericht: 'Musterstadt',
  /** Days after posting on which a letter counts as notified: 3 or 4, the Land's law decides (§ 41 (2) VwVfG). */
  bekanntgabeFiktionTage: 4,
};
