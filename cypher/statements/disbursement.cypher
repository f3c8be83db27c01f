// What is known on a day of the payments of an award, and whether it stood by then as it stands now. A payment that names no day was made
// before it was recorded.
RETURN {
  stood: this.updatedAt < $asOfEnds,
  payments: COLLECT {
    MATCH (this)<-[:OF_AWARD]-(p:Payment)
    WHERE visible(p)
    RETURN {
      type: p.type,
      units: p.amountMinorUnits,
      currency: p.amountCurrency,
      made: coalesce(p.paidOn <= $asOf, CASE WHEN p.createdAt < $asOfEnds THEN true END)
    }
    ORDER BY p.id
  }
} AS value
