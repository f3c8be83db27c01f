package plain

import "cloud.google.com/go/civil"

// audienceOf gives the node of the audience that a record is for.
func (r *Reader) audienceOf(n *Node) *Node {
	for _, a := range r.Graph.Nodes {
		if a.Type == "Audience" && a.Values["number"] == n.Values["audience"] {
			return a
		}
	}
	return nil
}

func audience(r *Reader, n *Node, _ map[string]any, _ civil.Date) any {
	if a := r.audienceOf(n); a != nil {
		return a
	}
	return nil
}

func sensitivity(r *Reader, n *Node, _ map[string]any, _ civil.Date) any {
	if a := r.audienceOf(n); a != nil {
		return a.Values["class"]
	}
	return nil
}

// everywhere says whether an audience is of no networks in particular: these have the first numbers.
func everywhere(_ *Reader, n *Node, _ map[string]any, _ civil.Date) any {
	number, _ := n.Values["number"].(int64)
	return number < 4
}
