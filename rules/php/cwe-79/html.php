<?php
// Pages: a value that is printed as it came, and escaped for the place where it stands.

$name = $_GET['name'];
?>
<!-- ruleid: php-html -->
<h1>Hello <?= $name ?></h1>
<!-- ok: php-html -->
<h1>Hello <?= htmlspecialchars($name) ?></h1>
<?php
// ruleid: php-html
echo "<p>Nothing was found for $name.</p>";
// ruleid: php-html
echo '<p>', $name, '</p>';
// ruleid: php-html
print '<input value="' . addslashes($name) . '">';
// ruleid: php-html
printf('<a href="%s">', $_SERVER['PHP_SELF']);

// ok: php-html
echo '<p>' . htmlentities($name, ENT_QUOTES) . '</p>';
// ok: php-html
echo '<a href="?name=' . urlencode($name) . '">';
// ok: php-html
echo json_encode(['name' => $name]);
// ok: php-html
printf('<p>%d boats</p>', $_GET['count']);
// ok: php-html
echo strlen($name);

// What was escaped and is decoded again is what it was.
// ruleid: php-html
echo html_entity_decode(htmlspecialchars($name));

class Page
{
    private $title;

    public function __construct($title)
    {
        $this->title = $title;
    }

    public function show()
    {
        // ruleid: php-html
        echo '<title>' . $this->title . '</title>';
    }

    public function showEscaped()
    {
        // ok: php-html
        echo '<title>' . htmlspecialchars($this->title) . '</title>';
    }
}

(new Page($_GET['title']))->show();
(new Page($_GET['title']))->showEscaped();
