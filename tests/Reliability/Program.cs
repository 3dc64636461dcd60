using OutreachBot.Reliability;

return await Command.RunAsync(args);
