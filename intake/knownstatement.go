package intake

import (
	"regexp"
	"strings"

	"partnernet/stored"
)

// seen finds where the statement asks that the reader may see a record.
var seen = regexp.MustCompile(`seen\((\w)\)`)

// visible is the condition that it stands for; a dollar is doubled, as in what takes the place of a match.
var visible = strings.ReplaceAll(stored.Visible, "$", "$$")

// knownStatement reads what Known holds. Where no audiences are given, the reader sees all.
var knownStatement = seen.ReplaceAllString(`
RETURN {
  programmes: COLLECT { MATCH (p:Programme) WHERE seen(p) RETURN [p.id, p.name] },
  areas: COLLECT { MATCH (a:Area) WHERE a.code IS NULL AND seen(a) RETURN [a.id, a.name] },
  sources: COLLECT { MATCH (s:Source) WHERE seen(s) RETURN [s.id] },
  organisations: COLLECT { MATCH (o:Organisation) WHERE seen(o) RETURN [o.id, o.legalName] },
  projects: COLLECT {
    MATCH (p:Project)
    WHERE seen(p)
    RETURN [p.id, p.acronym, p.title, [(p)-[:FUNDED_UNDER]->(g:Programme) | g.id][0], p.plannedFrom, p.plannedTo]
  },
  participations: COLLECT {
    MATCH (o:Organisation)<-[:PARTICIPANT]-(p:Participation)-[:OF_PROJECT]->(project:Project)
    WHERE seen(p)
    RETURN [project.id, o.id, p.id, p.role]
  },
  numbers: COLLECT { MATCH (o:Organisation)-[:HAS_IDENTIFIER]->(i:Identifier) WHERE seen(o) RETURN [i.scheme, i.value, o.id] },
  names: COLLECT { MATCH (o:Organisation) WHERE seen(o) RETURN [o.id] + o.legalName + coalesce(o.aliases, []) },
  groups: COLLECT { MATCH (g:TargetGroup) WHERE seen(g) RETURN [g.id, g.name] },
  mappings: COLLECT { MATCH (m:NeedsMapping) WHERE seen(m) RETURN [m.id, m.title, m.state, head([(m)-[:OF_PROJECT]->(p:Project) | p.id])] },
  networks: COLLECT { MATCH (n:Network) WHERE seen(n) RETURN [n.id, n.acronym, n.lifecycle] },
  documents: COLLECT { MATCH (d:Document) WHERE d.sha256 IS NOT NULL AND seen(d) RETURN [d.id, d.naturalKey] },
  documentsOf: COLLECT {
    MATCH (d:Document)<-[:RECORDED_IN]-(of:Decision|Condition)
    WHERE d.sha256 IS NULL AND seen(d)
    RETURN [d.id, of.id, d.reference]
  },
  budgetLines: COLLECT { MATCH (b:BudgetLine) WHERE seen(b) RETURN [b.id, b.code] },
  legalBases: COLLECT { MATCH (b:LegalBasis) WHERE seen(b) RETURN [b.id, b.type, b.reference, b.section, b.title] },
  applications: COLLECT {
    MATCH (a:Application)-[:APPLIED_TO]->(to:Record)
    WHERE seen(a)
    RETURN [a.id, to.id, a.caseNumber, head([(a)-[:OF_PROJECT]->(p:Project) | p.id])]
  },
  decisions: COLLECT {
    MATCH (d:Decision)
    WHERE seen(d)
    OPTIONAL MATCH (d)-[:DECIDES]->(a:Application)-[:APPLIED_TO]->(to:Record)
    RETURN [d.id, coalesce(head([(d)-[:MADE_BY]->(o:Record) | o.id]), to.id), a.id, d.caseNumber]
  },
  awards: COLLECT { MATCH (d:Decision)<-[:GRANTED_BY]-(a:Award)-[:RECIPIENT]->(o:Record) WHERE seen(a) RETURN [a.id, d.id, o.id] },
  conditions: COLLECT { MATCH (c:Condition)-[:OF_AWARD]->(a:Award) WHERE seen(c) RETURN [c.id, a.id, c.type] },
  obligations: COLLECT { MATCH (o:Obligation)-[:IMPOSED_BY]->(d:Decision) WHERE seen(o) RETURN [o.id, d.id, o.type] },
  partnerships: COLLECT {
    MATCH (p:Partnership)-[:ARISES_FROM]->(project:Project)
    WHERE seen(p)
    RETURN [p.id, project.id, [(p)-[:HAS_PARTY]->(side:Party)-[:PARTY]->(m:Record) | [m.id, side.position]]]
  },
  outputs: COLLECT { MATCH (o:Output)-[:OF_PROJECT]->(p:Project) WHERE seen(o) RETURN [o.id, p.id, o.title, o.type, toString(o.plannedCount)] },
  indicators: COLLECT { MATCH (n:Indicator)-[:OF_PROJECT]->(p:Project) WHERE seen(n) RETURN [n.id, p.id, n.name, n.unit, toString(n.target)] },
  objectives: COLLECT { MATCH (o:Objective)-[:OF_PROJECT]->(p:Project) WHERE seen(o) RETURN [o.id, p.id, o.statement] },
  activities: COLLECT { MATCH (a:Activity)-[:OF_PROJECT]->(p:Project) WHERE seen(a) RETURN [a.id, p.id, a.title] },
  alignments: COLLECT {
    MATCH (s:Strategy)<-[:ALIGNED_WITH]-(a:StrategyAlignment)-[:OF_PROJECT]->(p:Project)
    WHERE seen(a)
    RETURN [a.id, p.id, s.id]
  },
  strategies: COLLECT {
    MATCH (s:Strategy)
    WHERE seen(s)
    RETURN [s.id, s.title, s.level, [(s)<-[:ALIGNED_WITH]-(:StrategyAlignment)-[:OF_PROJECT]->(p:Project) | p.id]]
  },
  needs: COLLECT {
    MATCH (n:Need)-[:STAKEHOLDER]->(whose:Record)
    WHERE seen(n)
    RETURN [n.id, head([(n)-[:HAS_THEME]->(t:Theme) | t.code]), n.urgency, n.unknown, head([(n)-[:FOUND_IN]->(m:NeedsMapping) | m.title]), whose.id, n.statement,
      n.validFrom, n.expiresOn]
  },
  themes: COLLECT { MATCH (t:Theme) RETURN [t.code, t.id, head([(t)-[:BROADER]->(above:Theme) | above.code]), t.labelSv, t.labelNb, t.labelEn] }
} AS known`, "($$visible IS NULL OR $1"+visible+")")
