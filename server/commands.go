package main

import (
	"io"

	"github.com/alecthomas/kong"
)

// commandLine is the whole command line: flags, environment variables and help are made of it.
type commandLine struct {
	Serve    serveCommand    `cmd:"" default:"withargs" help:"Serve the registry. This is what happens when no command is given."`
	SignIn   signInCommand   `cmd:"" help:"Print a link that signs its opener in, once and within 15 minutes, as the administrator of the register."`
	Token    tokenCommand    `cmd:"" help:"Make an access token for a script, and write it to a file that only you can read."`
	Webhook  webhookCommand  `cmd:"" help:"Webhooks: addresses of other programs to which changes are posted."`
	Invite   inviteCommand   `cmd:"" help:"Print a link that makes whoever signs in with it an administrator, coordinator, representative or reader."`
	Accounts accountsCommand `cmd:"" help:"List who may sign in, with what they may do; open or close an account."`
	Import   importCommand   `cmd:"" help:"Add what a file of a known format tells."`
	Sync     syncCommand     `cmd:"" help:"Keep organisations up to date from a public register."`
	Read     readCommand     `cmd:"" help:"Say what a document tells, and write nothing."`
	Report   reportCommand   `cmd:"" help:"Make a report on the networks: Markdown, or a page to print."`
	Export   exportCommand   `cmd:"" help:"Write a list, or all, in a format that other programs open."`
	Seed     seedCommand     `cmd:"" help:"Load the vocabulary of themes, and the founding case: project Commsec, as its decision tells it."`
	Check    checkCommand    `cmd:"" help:"Ask all rules of everything that the register holds, and list what breaks them."`
	Backup   backupCommand   `cmd:"" help:"Copy the register into a file, beside a running server or without."`
	Restore  restoreCommand  `cmd:"" help:"Make a register of a backup, in a folder or database that is empty."`
	Verify   verifyCommand   `cmd:"" help:"Print the digest of all that the register holds, or of a backup."`
	Migrate  migrateCommand  `cmd:"" help:"Bring the database's constraints and indexes up to date."`
	Doctor   doctorCommand   `cmd:"" help:"Say in a page what is wrong with an installation, and what to do. Changes nothing."`
	Version  versionCommand  `cmd:"" help:"Say which build this is."`
}

const description = `The registry of a network of partners across the Sweden-Norway border, served over GraphQL.

Without NEO4J_URI it starts a Neo4j of its own, with its data in the folder --data. A command that is run beside a running server uses that server's database.

  server                                    start, then open http://127.0.0.1:8080
  server --listen 127.0.0.1:9000            on another port
  server import interreg partners.json      add a partner list
  server import members list.xlsx --network MITTSEC
                                            say what a member list tells; with --apply, admit them
  NEO4J_URI=neo4j://db.example.org server   over a Neo4j of your own`

// kongOptions says how the command line is read, and where its help is written.
func kongOptions(stdout, stderr io.Writer) []kong.Option {
	return []kong.Option{
		kong.Name("server"),
		kong.Description(description),
		kong.Writers(stdout, stderr),
		kong.DefaultEnvars("PARTNERNET"),
		kong.ConfigureHelp(kong.HelpOptions{NoAppDescFormat: true, WrapUpperBound: 120}),
		kong.ExplicitGroups(flagGroups),
		defaultLimits(),
	}
}

// flagGroups are the headings under which help lists flags.
var flagGroups = []kong.Group{
	{Key: "edge", Title: "Serving beyond this machine:"},
	{Key: "mail", Title: "Messages to contacts:"},
	{Key: "webhooks", Title: "Telling other programs:"},
	{Key: "backup", Title: "Backups while it runs:"},
	{Key: "database", Title: "Database:"},
	{Key: "limits", Title: "What one request may cost:"},
	{Key: "watch", Title: "Watching:"},
	{Key: "load", Title: "How much may be asked:"},
}
