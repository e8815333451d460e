namespace Ase.Taint.Languages.JavaScript;

/// <summary>
/// The node kinds that the front-end tells apart; <see cref="Other"/> for all the rest. A member's name is the grammar's name in
/// Pascal case (<c>BinaryExpression</c> is <c>binary_expression</c>), from which the tables in <see cref="JsTree"/> are made.
/// </summary>
internal enum JsKind : byte
{
    Other, Error, Comment, HtmlComment,

    // statements
    Program, StatementBlock, ExpressionStatement, VariableDeclaration, LexicalDeclaration, UsingDeclaration, VariableDeclarator,
    FunctionDeclaration, GeneratorFunctionDeclaration, ClassDeclaration, AbstractClassDeclaration,
    IfStatement, ElseClause, SwitchStatement, SwitchBody, SwitchCase, SwitchDefault,
    ForStatement, ForInStatement, WhileStatement, DoStatement, BreakStatement, ContinueStatement, LabeledStatement,
    ReturnStatement, ThrowStatement, TryStatement, CatchClause, FinallyClause, WithStatement, DebuggerStatement, EmptyStatement,
    ImportStatement, ImportClause, NamedImports, NamespaceImport, ImportSpecifier, ImportRequireClause, ImportAttribute,
    ExportStatement, ExportClause, ExportSpecifier, NamespaceExport, HashBangLine,

    // expressions
    Identifier, Undefined, This, Super, Null, True, False, Number, String, Regex, TemplateString, TemplateSubstitution, StringFragment, EscapeSequence,
    Array, Object, Pair, ShorthandPropertyIdentifier, SpreadElement, ComputedPropertyName, PropertyIdentifier, PrivatePropertyIdentifier,
    FunctionExpression, GeneratorFunction, ArrowFunction, Class, MethodDefinition,
    MemberExpression, SubscriptExpression, CallExpression, NewExpression, Arguments, OptionalChain, Import, MetaProperty,
    BinaryExpression, UnaryExpression, UpdateExpression, AssignmentExpression, AugmentedAssignmentExpression,
    TernaryExpression, SequenceExpression, ParenthesizedExpression, AwaitExpression, YieldExpression,
    JsxElement, JsxSelfClosingElement, JsxOpeningElement, JsxClosingElement, JsxAttribute, JsxExpression, JsxText, JsxNamespaceName, HtmlCharacterReference,

    // patterns and parameters
    ObjectPattern, ArrayPattern, AssignmentPattern, ObjectAssignmentPattern, PairPattern, RestPattern, ShorthandPropertyIdentifierPattern,
    FormalParameters, RequiredParameter, OptionalParameter,

    // class bodies
    ClassBody, ClassHeritage, ExtendsClause, ImplementsClause, FieldDefinition, PublicFieldDefinition, ClassStaticBlock, Decorator,

    // TypeScript
    AsExpression, SatisfiesExpression, NonNullExpression, TypeAssertion, InstantiationExpression,
    EnumDeclaration, EnumBody, EnumAssignment, InternalModule, Module, NestedIdentifier, ImportAlias,
    InterfaceDeclaration, TypeAliasDeclaration, AmbientDeclaration, FunctionSignature, MethodSignature, AbstractMethodSignature, IndexSignature,
    ExtendsTypeClause, TypeAnnotation, TypeIdentifier, GenericType, NestedTypeIdentifier, TypeArguments, TypeParameters, UnionType,
    ParenthesizedType, ReadonlyType, PredefinedType, LiteralType, AccessibilityModifier, OverrideModifier,
}

/// <summary>The fields that the front-end asks for; the grammar's name is the member's in snake case.</summary>
internal enum JsField : byte
{
    Left, Right, Operator, Argument, Object, Property, Index, Function, Arguments, Constructor, OptionalChain,
    Condition, Consequence, Alternative, Body, Name, Value, Label, Parameter, Parameters, Initializer, Increment,
    Handler, Finalizer, Kind, Source, Declaration, Alias, Key, OpenTag, Attribute, Pattern, Type, Decorator, Module, Member,
}
