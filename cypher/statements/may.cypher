// Whether the viewer may do something to the records: what the rules ask for.
RETURN {command: $command, roles: $viewer.roles, readOnly: $viewer.readOnly, belongs: collect(belongs)} AS value
