return await Ase.Cli.CommandLine.RunAsync(args, Ase.Cli.Output.Terminal.System());
