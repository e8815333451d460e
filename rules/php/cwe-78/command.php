<?php
// Command lines: a text that reaches a shell, and what makes a part of it harmless.

$host = $_GET['host'];

// Quoted by hand, a value still ends the quotes and begins a command of its own.
// ruleid: php-command
system("ping -c 1 '$host'");
// ruleid: php-command
$out = shell_exec('nslookup ' . $host);
// ruleid: php-command
$out = `dig $host`;
// ruleid: php-command
$pipe = popen('traceroute ' . trim($_POST['host']), 'r');
// ruleid: php-command
exec(sprintf('whois %s', $_SERVER['HTTP_X_DOMAIN']), $lines);

// One argument, quoted by the function that knows how.
// ok: php-command
system('ping -c 1 ' . escapeshellarg($host));
// A number.
// ok: php-command
system('ping -c ' . (int) $_GET['count'] . ' localhost');
// ok: php-command
passthru(sprintf('head -n %d /var/log/app.log', $_GET['lines']));

// A member of a list, compared as text.
if (in_array($host, ['mirror-a', 'mirror-b'])) {
    // ok: php-command
    system("ping -c 1 $host");
}
// Compared with numbers, "1; id" passes as 1.
if (in_array($host, [1, 2, 3])) {
    // ruleid: php-command
    system("ping -c 1 10.0.0.$host");
}

// A pattern that is anchored at both ends and lets plain characters through.
if (preg_match('/^[a-z0-9][a-z0-9.-]*$/D', $host)) {
    // ok: php-command
    system("ping -c 1 $host");
}
// Not anchored at the end: anything may follow.
if (preg_match('/^[a-z0-9]+/', $host)) {
    // ruleid: php-command
    system("ping -c 1 $host");
}

function lookup(string $name): string
{
    if (!ctype_alnum($name)) {
        throw new InvalidArgumentException('not a name');
    }
    // ok: php-command
    return shell_exec("getent hosts $name");
}

lookup($_GET['name']);

// A list of arguments starts a program without a shell.
// ok: php-command
$process = proc_open(['ping', '-c', '1', $host], [], $pipes);
// ruleid: php-command
$process = proc_open("ping -c 1 $host", [], $pipes);
