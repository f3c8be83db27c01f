// How many sessions and access tokens have ended: whoever is remembered to be signed in is looked up again when there are more.
MERGE (outs:SignOuts)
  ON CREATE SET outs.count = 0;
