package main

import "partnernet/mail"

// mailFlags say which mail server takes messages to contacts.
type mailFlags struct {
	MailServer   string `placeholder:"URL" group:"mail" help:"The mail server that messages to contacts are handed to: smtp://HOST or smtps://HOST. Without one none are sent."`
	MailUsername string `placeholder:"NAME" group:"mail" help:"Its user, where it asks for one."`
	MailPassword string `placeholder:"TEXT" group:"mail" help:"That user's password. Other users of this machine can read a flag, so set the variable instead."`
	MailFrom     string `placeholder:"ADDRESS" group:"mail" help:"The e-mail address that such messages come from."`
}

func (f mailFlags) mail() (*mail.Server, error) {
	return mail.New(f.MailServer, f.MailUsername, f.MailPassword, f.MailFrom)
}
