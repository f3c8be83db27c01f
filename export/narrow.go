package export

// These filters keep a list to what has to do with a network: its members, what is theirs, and the projects that build it, map needs for it or
// have members in them. Each is nil, and means all, where no network is named.

func network(acronym string) object {
	if acronym == "" {
		return nil
	}
	return object{"acronym": []any{acronym}}
}

// inNetwork gives the organisations that are members.
func inNetwork(acronym string) object {
	return within("memberships", within("network", network(acronym)))
}

// ofMembers gives what is an organisation's that is a member.
func ofMembers(acronym string) object { return within("organisation", inNetwork(acronym)) }

func projectsOf(acronym string) object { return anyOf(projectConditions(acronym)) }

// projectConditions are what makes a project one of a network's.
func projectConditions(acronym string) []any {
	if acronym == "" {
		return nil
	}
	return []any{
		object{"activities": within("networks", network(acronym))},
		object{"needsMappings": within("network", network(acronym))},
		object{"participations": within("organisation", inNetwork(acronym))},
	}
}

// ofProjects gives what leads to such a project.
func ofProjects(acronym string) object { return within("project", projectsOf(acronym)) }

// partnershipsOf gives those with a member or the network itself for a party, or that came of such a project.
func partnershipsOf(acronym string) object {
	if acronym == "" {
		return nil
	}
	conditions := []any{
		object{"parties": within("organisation", inNetwork(acronym))},
		object{"parties": within("network", network(acronym))},
	}
	for _, condition := range projectConditions(acronym) {
		conditions = append(conditions, object{"arisesFrom": condition})
	}
	return anyOf(conditions)
}

// anyOf gives the filter that one of the conditions holds, nil where there are none.
func anyOf(conditions []any) object {
	if conditions == nil {
		return nil
	}
	return object{"or": conditions}
}

// within gives the filter that what a field leads to meets a condition.
func within(field string, condition object) object {
	if condition == nil {
		return nil
	}
	return object{field: condition}
}
