// What falls if this application is turned down, nearest first. An award falls by a condition that holds it up and is not met yet;
// which conditions do so is the rule of registry.ConditionType.Suspensive.
WITH COLLECT {
  MATCH (this) (
    (cause)<-[:DEPENDS_ON|DECIDES]-(link:Condition|Decision)-[:OF_AWARD|GRANTED_BY]-(award:Award)
    WHERE link.sensitivity IN $visible
      AND award.sensitivity IN $visible
      AND NOT award.state IN ['FINAL_PAID', 'LAPSED', 'RECOVERED']
      AND (link:Decision OR link.type = 'OTHER_FINANCING' AND NOT link.status IN ['MET', 'WAIVED'])
  )+
  WITH award[-1] AS award, cause[-1] AS cause, link[-1] AS link, size(award) AS distance
  ORDER BY distance, award.id, link.id
  WITH award, head(collect({cause: cause, link: link})) AS nearest, min(distance) AS distance
  ORDER BY distance, award.id
  RETURN {award: award, cause: nearest.cause, link: nearest.link}
} AS lapses
WITH lapses, [lapse IN lapses | lapse.award] AS fallen
WITH lapses, fallen, COLLECT {
  MATCH (this)-[:OF_PROJECT]->(project:Project)
  RETURN project
  UNION
  UNWIND fallen AS award
  MATCH (award)-[:OF_PROJECT]->(project:Project)
  RETURN project
} AS touched
WITH lapses, COLLECT {
  UNWIND touched AS project
  WITH project
  WHERE project.sensitivity IN $visible
    AND NOT coalesce(project.lifecycle IN ['COMPLETED', 'CANCELLED'], false)
    AND NOT EXISTS {
      MATCH (project)<-[:OF_PROJECT]-(award:Award)
      WHERE award.sensitivity IN $visible
        AND NOT award.state IN ['LAPSED', 'RECOVERED']
        AND NOT award IN fallen
    }
    AND NOT EXISTS {
      MATCH (project)<-[:OF_PROJECT]-(other:Application)
      WHERE other <> this
        AND other.sensitivity IN $visible
        AND (other.state IN ['DRAFT', 'APPLIED']
          OR other.state IN ['GRANTED', 'PARTLY_GRANTED'] AND NOT EXISTS {
            MATCH (other)<-[:DECIDES]-(:Decision)<-[:GRANTED_BY]-(award:Award)
            WHERE award.sensitivity IN $visible
          })
    }
  RETURN project
  ORDER BY project.id
} AS projects
WITH lapses, projects, COLLECT {
  UNWIND projects AS project
  MATCH (project)<-[:ARISES_FROM]-(partnership:Partnership)
  WHERE partnership.sensitivity IN $visible
    AND partnership.state <> 'ENDED'
    AND NOT coalesce(partnership.validFrom > $asOf OR partnership.validTo < $asOf OR partnership.endStatus = 'ENDED_DATE_UNKNOWN', false)
  RETURN {affected: partnership, reason: 'ARISES_FROM_PROJECT', cause: project.acronym}
  ORDER BY partnership.id
} AS partnerships,
coalesce(this.caseNumber, head([(this)-[:APPLIED_TO]->(target) WHERE target.sensitivity IN $visible | coalesce(target.legalName, target.name)]), '?') AS applied
UNWIND [lapse IN lapses | {
    affected: lapse.award,
    reason: CASE WHEN lapse.link:Decision THEN 'DECIDED_ON_APPLICATION' ELSE 'CONDITION_FAILS' END,
    cause: CASE
      WHEN lapse.cause:Application THEN applied
      ELSE coalesce(head([(award:Award)-[:GRANTED_BY]->(decision:Decision) WHERE award = lapse.cause AND decision.sensitivity IN $visible | decision.caseNumber]), '?')
    END
  }]
  + [project IN projects | {affected: project, reason: 'NO_FUNDING_LEFT', cause: applied}]
  + partnerships AS value
RETURN value
