// A page of a long list is read from an index that has the list's order, instead of sorting all of it.

CREATE INDEX partnership_valid_from IF NOT EXISTS FOR (n:Partnership) ON (n.validFrom);
CREATE INDEX membership_valid_from IF NOT EXISTS FOR (n:Membership) ON (n.validFrom);
CREATE INDEX need_valid_from IF NOT EXISTS FOR (n:Need) ON (n.validFrom);
CREATE INDEX need_expires_on IF NOT EXISTS FOR (n:Need) ON (n.expiresOn);
CREATE INDEX offer_valid_from IF NOT EXISTS FOR (n:Offer) ON (n.validFrom);
CREATE INDEX offer_expires_on IF NOT EXISTS FOR (n:Offer) ON (n.expiresOn);
CREATE INDEX decision_decided_on IF NOT EXISTS FOR (n:Decision) ON (n.decidedOn);
CREATE INDEX application_submitted_on IF NOT EXISTS FOR (n:Application) ON (n.submittedOn);
