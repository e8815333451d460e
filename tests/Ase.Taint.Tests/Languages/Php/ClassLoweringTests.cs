namespace Ase.Taint.Tests.Languages.Php;

/// <summary>Classes.</summary>
public sealed class ClassLoweringTests
{
    [Fact]
    public void Members() => Lowered.Is(
        """
        abstract class A extends B\C implements D, E {
          use T;
          const K = 'v';
          public static $s = 1;
          private ?F $f = null;
          protected $x = [X];
          public function __construct(private G $g, $h) { parent::__construct($h); $this->h = new H; }
          abstract function m();
          static function n() { return new static; }
        }
        """,
        """
        function <top>() #0
          b0: A::K = 'v'
              A::$s = 1
              return
        constructor A.__construct($g: G, $h) #1
          b0: $this.f = null
              %0 = newarray()
              %0[0] = X
              $this.x = %0
              $this.g = $g
              call C::($this).__construct($h)
              %2 = new H()
              $this.h = %2
              return
        function A.n() #2 static
          b0: %0 = new A()
              return %0
        class A : C, D, E, T { __construct#1, n#2; f: F, g: G, h: H }
        """);

    [Fact]
    public void A_class_with_computed_fields_and_no_constructor() => Lowered.Is(
        """
        class A { public $x = self::K . 'y'; const K = 'k'; }
        """,
        """
        function <top>() #0
          b0: A::K = 'k'
              return
        constructor A.__construct() #1
          b0: %0 = concat .(A::K, 'y')
              $this.x = %0
              return
        class A { __construct#1 }
        """);

    [Fact]
    public void Interfaces_traits_enums() => Lowered.Is(
        """
        interface I extends J { const K = 1; function m(); }
        trait T { function m() { return self::class; } }
        enum S: string { case A = 'a'; case B = 'b'; function m() { return $this->value; } }
        """,
        """
        function <top>() #0
          b0: I::K = 1
              S::A = newobject case()
              S::A.value = 'a'
              S::B = newobject case()
              S::B.value = 'b'
              return
        function T.m() #1
          b0: return 'T'
        function S.m() #2
          b0: return $this.value
        class I : J {  }
        class T { m#1 }
        class S { m#2 }
        """);

    [Fact]
    public void Property_hooks() => Lowered.Is(
        """
        class A { public string $x { get => f($this->y); set($v) { $this->y = $v; } } }
        """,
        """
        function <top>() #0
          b0: return
        function A.$get() #1
          b0: %0 = call f($this.y)
              %0 :: %0
              return %0
        function A.$set($v) #2
          b0: $this.y = $v
              return
        class A { $get#1, $set#2; x: string }
        """);

    [Fact]
    public void Old_constructors() => Lowered.Is(
        """
        class A { function A($x) { $this->x = $x; } }
        """,
        """
        function <top>() #0
          b0: return
        constructor A.A($x) #1
          b0: $this.x = $x
              return
        class A { A#1 }
        """);

    [Fact]
    public void Types_of_fields() => Lowered.Is(
        """
        class A { private B $b; function __construct(C $c) { $this->c = $c; $this->d = new D; } }
        """,
        """
        function <top>() #0
          b0: return
        constructor A.__construct($c: C) #1
          b0: $this.c = $c
              %0 = new D()
              $this.d = %0
              return
        class A { __construct#1; b: B, c: C, d: D }
        """);
}
