/**
 * The tree of a script. Node kinds are named as PowerShell's own classes are, without "Ast", so that its documentation applies
 * (https://learn.microsoft.com/dotnet/api/system.management.automation.language). Ranges are UTF-16 offsets, end exclusive.
 * Where the text is broken, what is missing is undefined and the rest is there.
 */
import type { Quote } from './token.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

export interface ScriptBlock extends Range {
  readonly kind: 'ScriptBlock';
  readonly usings: readonly UsingStatement[];
  readonly paramBlock: ParamBlock | undefined;
  /** `begin`, `process` …; a block without a name holds the statements of a script that has none. */
  readonly blocks: readonly NamedBlock[];
}

export interface NamedBlock extends Range {
  readonly kind: 'NamedBlock';
  /** In lower case; empty where the block has no name of its own. */
  readonly name: string;
  readonly statements: readonly Statement[];
}

export interface ParamBlock extends Range {
  readonly kind: 'ParamBlock';
  readonly attributes: readonly AttributeOrType[];
  readonly parameters: readonly Parameter[];
}

export interface Parameter extends Range {
  readonly kind: 'Parameter';
  readonly attributes: readonly AttributeOrType[];
  readonly name: VariableExpression;
  readonly defaultValue: Expression | undefined;
}

export interface Attribute extends Range {
  readonly kind: 'Attribute';
  readonly name: string;
  readonly arguments: readonly Expression[];
  readonly named: readonly (Range & { readonly name: string; readonly value: Expression | undefined })[];
}

export interface TypeConstraint extends Range {
  readonly kind: 'TypeConstraint';
  /** As written between the brackets. */
  readonly name: string;
}

export type AttributeOrType = Attribute | TypeConstraint;

export interface StatementBlock extends Range {
  readonly kind: 'StatementBlock';
  readonly statements: readonly Statement[];
}

export interface Pipeline extends Range {
  readonly kind: 'Pipeline';
  readonly elements: readonly (Command | CommandExpression)[];
  /** It ends with `&`. */
  readonly background: boolean;
}

/** `a && b || c`. */
export interface PipelineChain extends Range {
  readonly kind: 'PipelineChain';
  readonly pipelines: readonly Pipeline[];
  readonly operators: readonly ('&&' | '||')[];
}

export interface Command extends Range {
  readonly kind: 'Command';
  /** `&` or `.` before it, else empty. */
  readonly operator: '' | '&' | '.';
  /** The name first, then parameters and arguments as written; redirections are apart. */
  readonly elements: readonly CommandElement[];
  readonly redirections: readonly Redirection[];
}

export type CommandElement = CommandParameter | Expression;

export interface CommandParameter extends Range {
  readonly kind: 'CommandParameter';
  /** Without dash and colon. */
  readonly name: string;
  /** Range of dash, name and colon. */
  readonly nameEnd: number;
  /** Only of `-Name:argument`; an argument after white space is an element of its own. */
  readonly argument: Expression | undefined;
}

/** An expression as a pipeline's element. */
export interface CommandExpression extends Range {
  readonly kind: 'CommandExpression';
  readonly expression: Expression;
  readonly redirections: readonly Redirection[];
}

export interface FileRedirection extends Range {
  readonly kind: 'FileRedirection';
  /** `>`, `2>>` … */
  readonly operator: string;
  readonly location: Expression | undefined;
}

/** `2>&1`. */
export interface MergingRedirection extends Range {
  readonly kind: 'MergingRedirection';
  readonly operator: string;
}

export type Redirection = FileRedirection | MergingRedirection;

export interface AssignmentStatement extends Range {
  readonly kind: 'AssignmentStatement';
  readonly left: Expression;
  readonly operator: string;
  readonly right: Statement | undefined;
}

export interface IfStatement extends Range {
  readonly kind: 'IfStatement';
  readonly clauses: readonly { readonly condition: Statement | undefined; readonly body: StatementBlock | undefined }[];
  readonly otherwise: StatementBlock | undefined;
}

/** `while`, `do … while`, `do … until` and `for`; parts that a loop has not are undefined. */
export interface LoopStatement extends Range {
  readonly kind: 'WhileStatement' | 'DoWhileStatement' | 'DoUntilStatement' | 'ForStatement';
  readonly initializer: Statement | undefined;
  readonly condition: Statement | undefined;
  readonly iterator: Statement | undefined;
  readonly body: StatementBlock | undefined;
}

export interface ForEachStatement extends Range {
  readonly kind: 'ForEachStatement';
  readonly variable: VariableExpression | undefined;
  readonly collection: Statement | undefined;
  readonly body: StatementBlock | undefined;
}

export interface SwitchStatement extends Range {
  readonly kind: 'SwitchStatement';
  readonly condition: Statement | Expression | undefined;
  readonly clauses: readonly { readonly condition: Expression; readonly body: StatementBlock | undefined }[];
  readonly otherwise: StatementBlock | undefined;
}

export interface TryStatement extends Range {
  readonly kind: 'TryStatement';
  readonly body: StatementBlock | undefined;
  readonly catches: readonly CatchClause[];
  readonly last: StatementBlock | undefined;
}

export interface CatchClause extends Range {
  readonly kind: 'CatchClause';
  readonly types: readonly TypeConstraint[];
  readonly body: StatementBlock | undefined;
}

export interface TrapStatement extends Range {
  readonly kind: 'TrapStatement';
  readonly type: TypeConstraint | undefined;
  readonly body: StatementBlock | undefined;
}

/** `return`, `throw`, `exit` with their pipeline, `break` and `continue` with their label. */
export interface FlowStatement extends Range {
  readonly kind: 'ReturnStatement' | 'ThrowStatement' | 'ExitStatement' | 'BreakStatement' | 'ContinueStatement';
  readonly value: Statement | Expression | undefined;
}

export interface FunctionDefinition extends Range {
  readonly kind: 'FunctionDefinition';
  readonly name: string;
  readonly parameters: readonly Parameter[] | undefined;
  readonly body: ScriptBlock;
}

export interface DataStatement extends Range {
  readonly kind: 'DataStatement';
  readonly body: StatementBlock;
}

/** A class or an enumeration. */
export interface TypeDefinition extends Range {
  readonly kind: 'TypeDefinition';
  readonly name: string;
  readonly members: readonly TypeMember[];
}

export interface TypeMember extends Range {
  readonly kind: 'PropertyMember' | 'FunctionMember';
  readonly name: string;
  readonly attributes: readonly AttributeOrType[];
  readonly value: Expression | undefined;
  readonly parameters: readonly Parameter[];
  readonly body: ScriptBlock | undefined;
}

export interface UsingStatement extends Range {
  readonly kind: 'UsingStatement';
  readonly what: string;
  readonly name: string;
}

/** What could be understood of a statement that is broken. */
export interface ErrorStatement extends Range {
  readonly kind: 'ErrorStatement';
  readonly parts: readonly Node[];
}

export type Statement =
  | Pipeline | PipelineChain | AssignmentStatement | IfStatement | LoopStatement | ForEachStatement | SwitchStatement | TryStatement
  | TrapStatement | FlowStatement | FunctionDefinition | DataStatement | TypeDefinition | UsingStatement | ErrorStatement | StatementBlock;

export interface VariableExpression extends Range {
  readonly kind: 'VariableExpression';
  /** With its scope or drive, without `$`, `@` and braces. */
  readonly name: string;
  readonly splatted: boolean;
}

export interface StringConstantExpression extends Range {
  readonly kind: 'StringConstantExpression';
  readonly value: string;
  readonly quote: Quote;
}

export interface ExpandableStringExpression extends Range {
  readonly kind: 'ExpandableStringExpression';
  readonly quote: Quote;
  readonly nested: readonly (VariableExpression | SubExpression)[];
}

/** A number. */
export interface ConstantExpression extends Range {
  readonly kind: 'ConstantExpression';
  /** As written. */
  readonly text: string;
}

export interface BinaryExpression extends Range {
  readonly kind: 'BinaryExpression';
  /** In lower case, as written: `-ceq`, `+`, `??`. */
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

export interface UnaryExpression extends Range {
  readonly kind: 'UnaryExpression';
  readonly operator: string;
  readonly operand: Expression;
}

/** `[type]operand`, or an attribute before its operand. */
export interface ConvertExpression extends Range {
  readonly kind: 'ConvertExpression' | 'AttributedExpression';
  readonly attribute: AttributeOrType;
  readonly operand: Expression;
}

export interface TypeExpression extends Range {
  readonly kind: 'TypeExpression';
  readonly type: AttributeOrType;
}

export interface TernaryExpression extends Range {
  readonly kind: 'TernaryExpression';
  readonly condition: Expression;
  readonly ifTrue: Expression;
  readonly ifFalse: Expression;
}

export interface MemberExpression extends Range {
  readonly kind: 'MemberExpression' | 'InvokeMemberExpression';
  readonly target: Expression;
  readonly isStatic: boolean;
  readonly member: Expression | undefined;
  readonly arguments: readonly Expression[];
  /** `?.`, which takes nothing of what is null. */
  readonly ifNotNull: boolean;
}

export interface IndexExpression extends Range {
  readonly kind: 'IndexExpression';
  readonly target: Expression;
  readonly index: Expression | undefined;
  /** `?[]`. */
  readonly ifNotNull: boolean;
}

export interface ArrayLiteral extends Range {
  readonly kind: 'ArrayLiteral';
  readonly elements: readonly Expression[];
}

/** `$(…)` and `@(…)`. */
export interface SubExpression extends Range {
  readonly kind: 'SubExpression' | 'ArrayExpression';
  readonly body: StatementBlock;
}

export interface ParenExpression extends Range {
  readonly kind: 'ParenExpression';
  readonly pipeline: Statement | undefined;
}

export interface Hashtable extends Range {
  readonly kind: 'Hashtable';
  readonly entries: readonly { readonly key: Expression; readonly value: Statement | undefined }[];
}

export interface ScriptBlockExpression extends Range {
  readonly kind: 'ScriptBlockExpression';
  readonly scriptBlock: ScriptBlock;
}

/** What stands for an operand that is missing, with what there is of it. */
export interface ErrorExpression extends Range {
  readonly kind: 'ErrorExpression';
  readonly parts: readonly Node[];
}

export type Expression =
  | VariableExpression | StringConstantExpression | ExpandableStringExpression | ConstantExpression | BinaryExpression | UnaryExpression
  | ConvertExpression | TypeExpression | TernaryExpression | MemberExpression | IndexExpression | ArrayLiteral | SubExpression
  | ParenExpression | Hashtable | ScriptBlockExpression | ErrorExpression;

export type Node =
  | ScriptBlock | NamedBlock | ParamBlock | Parameter | AttributeOrType | Command | CommandExpression | CommandParameter | Redirection
  | CatchClause | TypeMember | Statement | Expression;
