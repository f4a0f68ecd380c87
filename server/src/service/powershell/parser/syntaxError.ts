/** Names of what PowerShell's own parser complains of; the texts for the reader are the caller's. */
export type SyntaxErrorId =
  | 'BadNumericConstant' | 'ControlLeavingFinally' | 'DuplicateFormalParameter' | 'DuplicateKeyInHashLiteral' | 'DuplicateScriptCommandClause' | 'EmptyCatchNotLast' | 'EmptyPipeElement'
  | 'EmptyPipelineChainElement' | 'EmptyVariableReference' | 'EndSquareBracketExpectedAtEndOfAttribute' | 'ErrorLoadingAssembly'
  | 'ExpectedExpression' | 'ExpectedValueExpression' | 'ExpressionsMustBeFirstInPipeline' | 'IfStatementMissingCondition'
  | 'IncompleteDollarSubexpressionReference' | 'IncompleteDollarVariableReference' | 'IncompleteMemberDefinition' | 'IncompleteString'
  | 'InvalidBracedVariableReference' | 'InvalidFunctionParameter' | 'InvalidLeftHandSide' | 'InvalidParameterForDataSectionStatement' | 'InvalidSwitchFlag'
  | 'InvalidUnicodeEscapeSequence' | 'InvalidVariableReference' | 'InvalidVariableReferenceWithDrive'
  | 'KeywordParameterReservedForFutureUse' | 'MissingArgument' | 'MissingArrayIndexExpression' | 'MissingAssemblyNameSpecification' | 'MissingBaseCtorCall' | 'MissingCatchHandlerBlock'
  | 'MissingCatchOrFinally' | 'MissingColonInTernaryExpression' | 'MissingConfigurationName' | 'MissingCurlyBraceInSwitchStatement'
  | 'MissingEndCurlyBrace' | 'MissingEndParenthesisAfterForeach' | 'MissingEndParenthesisAfterStatement'
  | 'MissingEndParenthesisInExpression' | 'MissingEndParenthesisInFunctionParameterList' | 'MissingEndParenthesisInMethodCall'
  | 'MissingEndParenthesisInSubexpression' | 'MissingEndParenthesisInSwitchStatement' | 'MissingEndSquareBracket'
  | 'MissingEqualsInHashLiteral' | 'MissingExpression' | 'MissingExpressionAfterKeyword' | 'MissingExpressionAfterOperator'
  | 'MissingExpressionAfterToken' | 'MissingExpressionInNamedArgument' | 'MissingFileSpecification' | 'MissingFilenameOption' | 'MissingFinallyStatementBlock' | 'MissingForeachExpression'
  | 'MissingForeachStatement' | 'MissingFunctionBody' | 'MissingInInForeach' | 'MissingLoopStatement' | 'MissingMethodParameterList'
  | 'MissingNameAfterKeyword' | 'MissingNamedBlocks' | 'MissingNamedStatementBlock' | 'MissingOpenParenthesisAfterKeyword'
  | 'MissingOpenParenthesisInIfStatement' | 'MissingPropertyName' | 'MissingPropertyTerminator' | 'MissingStatementBlock'
  | 'MissingStatementBlockAfterElse' | 'MissingStatementBlockForDataSection' | 'MissingStatementInHashLiteral'
  | 'MissingSwitchConditionExpression' | 'MissingSwitchStatementClause' | 'MissingTerminatorMultiLineComment' | 'MissingTrapStatement'
  | 'MissingTryStatementBlock' | 'MissingTypeBody' | 'MissingTypeLiteralToken' | 'MissingTypename' | 'MissingUsingItemName'
  | 'MissingUsingStatementDirective' | 'MissingVariableNameAfterForeach' | 'MissingWhileOrUntilInDoWhile'
  | 'MultipleSwitchDefaultClauses' | 'OnlyOneParameterListAllowed' | 'OpenBraceNeedsToBeBackTickedInVariableName'
  | 'OperatorRequiresVariableOrProperty' | 'OrderedAttributeOnlyOnHashLiteralNode' | 'ParamBlockNotAllowedInMethod' | 'ParameterAlreadyBound' | 'ParameterRequiresArgument' | 'ParserError' | 'PipelineValueRequired'
  | 'RedirectionNotSupported' | 'ReservedKeywordNotAllowed' | 'RequiresPSEditionInvalid' | 'RequiresVersionInvalid' | 'ScriptRequiresInvalidFormat' | 'ScriptTooComplicated' | 'SplattingNotPermitted' | 'SplattingNotPermittedInArgumentList'
  | 'StreamAlreadyRedirected' | 'TerminatorExpectedAtEndOfString' | 'TypeNameExpected' | 'TypeNotAllowedBeforeStatement' | 'UnexpectedAttribute'
  | 'UnexpectedCharactersAfterHereStringHeader' | 'UnexpectedKeyword' | 'UnexpectedToken' | 'UnrecognizedToken'
  | 'UsingMustBeAtStartOfScript' | 'UsingStatementNotSupported' | 'WhitespaceBeforeHereStringFooter'
  | 'WorkflowNotSupportedInPowerShellCore';

export interface ScriptSyntaxError {
  readonly id: SyntaxErrorId;
  /** PowerShell's own place: for an open quote the quote, for something missing the end of what stands before. */
  readonly start: number;
  readonly end: number;
  /** More text could still make it right, as while it is being typed. */
  readonly incomplete: boolean;
}
