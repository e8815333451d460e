<?php
// Queries: a value in the text of a query, and as a parameter of it.

function byName(PDO $pdo, $request)
{
    $name = $request->input('name');
    // ruleid: php-sql
    $rows = $pdo->query("SELECT * FROM boats WHERE name = '$name'");
    // ok: php-sql
    $statement = $pdo->prepare('SELECT * FROM boats WHERE name = ?');
    $statement->execute([$name]);
    // Preparing helps only what is bound.
    // ruleid: php-sql
    $statement = $pdo->prepare('SELECT * FROM boats ORDER BY ' . $request->query('sort'));
    // ok: php-sql
    return $pdo->query('SELECT * FROM boats WHERE name = ' . $pdo->quote($name));
}

function byId(mysqli $db)
{
    // ruleid: php-sql
    mysqli_query($db, 'SELECT * FROM boats WHERE id = ' . $_GET['id']);
    // ok: php-sql
    mysqli_query($db, 'SELECT * FROM boats WHERE id = ' . intval($_GET['id']));
    // ok: php-sql
    $db->query("SELECT * FROM boats WHERE name = '" . $db->real_escape_string($_GET['name']) . "'");
    if (!is_numeric($_GET['year'])) {
        return;
    }
    // ok: php-sql
    $db->query('SELECT * FROM boats WHERE year = ' . $_GET['year']);
}

// A column that is looked up in a table of columns.
function sorted(PDO $pdo)
{
    $columns = ['name' => 'name', 'year' => 'built_in'];
    $sort = $_GET['sort'];
    // ok: php-sql
    $pdo->query('SELECT * FROM boats ORDER BY ' . ($columns[$sort] ?? 'name'));
    if (!isset($columns[$sort])) {
        $sort = 'name';
    }
    // ok: php-sql
    $pdo->query("SELECT * FROM boats ORDER BY $sort");
    // ruleid: php-sql
    $pdo->query('SELECT * FROM boats ORDER BY name ' . $_GET['direction']);
}

// Raw parts of a query builder, against its own parameters.
function search($request)
{
    // ruleid: php-sql
    $boats = DB::select("SELECT * FROM boats WHERE club = '{$request->club}'" . $request->input('club'));
    // ruleid: php-sql
    $boats = Boat::query()->whereRaw('length > ' . $request->input('length'))->get();
    // ok: php-sql
    $boats = Boat::query()->whereRaw('length > ?', [$request->input('length')])->get();
    // ok: php-sql
    return Boat::query()->where('club', $request->input('club'))->get();
}
