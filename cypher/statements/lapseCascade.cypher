// What falls if this application is turned down, nearest first. An award falls by a condition that holds it up and is not met yet;
// which conditions do so is the rule of registry.Suspensive.
WITH coalesce(this.caseNumber, head([(this)-[:APPLIED_TO]->(target) WHERE visible(target) | coalesce(target.legalName, target.name)])) AS applied
WITH applied, COLLECT {
  MATCH (this) (
    (causes)<-[:DEPENDS_ON|DECIDES]-(links:Condition|Decision)-[:OF_AWARD|GRANTED_BY]-(awards:Award)
    WHERE visible(links)
      AND visible(awards)
      AND EXISTS { MATCH (awards)-[:RECIPIENT]->(recipient:Organisation) WHERE visible(recipient) }
      AND NOT awards.state IN ['FINAL_PAID', 'LAPSED', 'RECOVERED']
      AND (links:Decision OR links.type IN $suspensive AND NOT links.status IN ['MET', 'WAIVED'])
  )+
  WITH awards[-1] AS award, links[-1] AS link, causes[-1] AS cause, size(awards) AS distance
  ORDER BY distance, award.id, link.id
  RETURN {
    affected: award,
    reason: CASE WHEN link:Decision THEN 'DECIDED_ON_APPLICATION' ELSE 'CONDITION_FAILS' END,
    cause: coalesce(
      CASE WHEN cause:Application THEN applied END,
      head([(cause)-[:GRANTED_BY]->(decision:Decision) WHERE visible(decision) | decision.caseNumber]),
      head([(cause)-[:OF_PROJECT]->(project:Project) WHERE visible(project) | project.acronym]),
      head([(cause)-[:RECIPIENT]->(recipient:Organisation) | recipient.legalName]))
  }
} AS chains
WITH applied, reduce(nearest = [], chain IN chains | CASE WHEN chain.affected IN [n IN nearest | n.affected] THEN nearest ELSE nearest + chain END) AS lapses
WITH applied, lapses, [lapse IN lapses | lapse.affected] AS fallen
WITH applied, lapses, fallen, COLLECT {
  MATCH (this)-[:OF_PROJECT]->(project:Project)
  RETURN project
  UNION
  UNWIND fallen AS award
  MATCH (award)-[:OF_PROJECT]->(project:Project)
  RETURN project
} AS touched
WITH applied, lapses, COLLECT {
  UNWIND touched AS project
  WITH project
  WHERE visible(project)
    AND NOT coalesce(project.lifecycle IN ['COMPLETED', 'CANCELLED'], false)
    AND NOT EXISTS {
      MATCH (project)<-[:OF_PROJECT]-(award:Award)
      WHERE visible(award)
        AND NOT award.state IN ['LAPSED', 'RECOVERED']
        AND NOT award IN fallen
    }
    AND NOT EXISTS {
      MATCH (project)<-[:OF_PROJECT]-(other:Application)
      WHERE other <> this
        AND visible(other)
        AND (other.state IN ['DRAFT', 'APPLIED']
          OR other.state IN ['GRANTED', 'PARTLY_GRANTED'] AND NOT EXISTS {
            MATCH (other)<-[:DECIDES]-(decision:Decision)<-[:GRANTED_BY]-(award:Award)
            WHERE visible(decision)
              AND visible(award)
          })
    }
  RETURN project
  ORDER BY project.id
} AS projects
WITH applied, lapses, projects, COLLECT {
  UNWIND projects AS project
  MATCH (project)<-[:ARISES_FROM]-(partnership:Partnership)
  WHERE visible(partnership)
    AND inForce(partnership:Partnership)
  RETURN {affected: partnership, reason: 'ARISES_FROM_PROJECT', cause: project.acronym}
  ORDER BY partnership.id
} AS partnerships
UNWIND lapses + [project IN projects | {affected: project, reason: 'NO_FUNDING_LEFT', cause: applied}] + partnerships AS value
RETURN value
