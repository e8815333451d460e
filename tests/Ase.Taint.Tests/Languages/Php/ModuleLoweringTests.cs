namespace Ase.Taint.Tests.Languages.Php;

/// <summary>Namespaces, imports, includes.</summary>
public sealed class ModuleLoweringTests
{
    [Fact]
    public void Use_declarations() => Lowered.Is(
        """
        namespace App\X;
        use App\Models\User;
        use App\Models\{Post as P, Tag};
        use function A\f as g;
        use const A\C;
        function m(User $u, P $p) { g($u); return new P(User::find(1)); }
        """,
        """
        function <top>() #0
          b0: return
        function m($u: User, $p: Post) #1
          b0: call f($u)
              %1 = call User::find(1)
              %2 = new Post(%1)
              return %2
        import User = App\Models\User : *
        import P = App\Models\Post : *
        import Tag = App\Models\Tag : *
        import g = A : f
        import C = A\C : *
        export m -> #1
        """);

    [Fact]
    public void Includes_with_constant_paths() => Lowered.Is(
        """
        define('ROOT', dirname(__FILE__) . '/..');
        require_once __DIR__ . '/a.php';
        require dirname(__DIR__) . '/b.php';
        include ROOT . '/c.php';
        include 'd/e.php';
        include_once CONF_PATH . "lib/f.php";
        include $x . '.php';
        include "$dir/g.php";
        """,
        """
        function <top>() #0
          b0: $x = select($x, %include.x)
              $dir = select($dir, %include.dir)
              %0 = call dirname(__FILE__)
              %1 = concat .(%0, '/..')
              %2 = call define('ROOT', %1)
              ROOT = %1
              %3 = concat .(__DIR__, '/a.php')
              call require_once(%3)
              %5 = call dirname(__DIR__)
              %6 = concat .(%5, '/b.php')
              call require(%6)
              %8 = concat .(ROOT, '/c.php')
              call include(%8)
              call include('d/e.php')
              %11 = concat .(CONF_PATH, 'lib/f.php')
              call include_once(%11)
              %13 = concat .($x, '.php')
              call include(%13)
              %15 = concat($dir, '/g.php')
              call include(%15)
              return
        import _ = ./a.php : *
        import _ = ../b.php : *
        import _ = ../c.php : *
        import _ = d/e.php : *
        import _ = lib/f.php : *
        import _ = g.php : *
        """);

    [Fact]
    public void An_include_in_a_function_passes_its_variables() => Lowered.Is(
        """
        function view($file, $data) { $title = 'x'; include $file; return $result; }
        """,
        """
        function <top>() #0
          b0: return
        function view($file, $data) #1
          b0: $title = 'x'
              %include.file = $file
              %include.data = $data
              %include.title = $title
              %0 = call include($file)
              $result = select($result, $result)
              return $result
        export view -> #1
        """);

    [Fact]
    public void Extract_defines_what_the_scope_reads() => Lowered.Is(
        """
        function view($data) { extract($data); echo $title; }
        """,
        """
        function <top>() #0
          b0: return
        function view($data) #1
          b0: %0 = call extract($data)
              %include = select(%include, $data)
              $title = select($title, $data.title)
              call echo($title)
              return
        export view -> #1
        """);
}
