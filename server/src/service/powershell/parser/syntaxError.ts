/** Names of what PowerShell's own parser complains of; the texts for the reader are the caller's. */
export type SyntaxErrorId =
  | 'AssignmentStatementToAutomaticNotSupported' | 'BackgroundOperatorInPipelineChain' | 'BadNumericConstant' | 'ControlLeavingFinally' | 'DuplicateFormalParameter' | 'DuplicateKeyInHashLiteral' | 'DuplicateNamedArgument' | 'DuplicateQualifier' | 'DuplicateScriptCommandClause' | 'EmptyCatchNotLast' | 'EmptyPipeElement'
  | 'EmptyPipelineChainElement' | 'EmptyVariableReference' | 'EndSquareBracketExpectedAtEndOfAttribute' | 'EndSquareBracketExpectedAtEndOfType' | 'ErrorLoadingAssembly'
  | 'ExpectedExpression' | 'ExpectedValueExpression' | 'ExpressionsMustBeFirstInPipeline' | 'IfStatementMissingCondition'
  | 'IncompleteDollarSubexpressionReference' | 'IncompleteDollarVariableReference' | 'IncompleteMemberDefinition' | 'IncompleteString'
  | 'InvalidBracedVariableReference' | 'InvalidFunctionParameter' | 'InvalidLeftHandSide' | 'InvalidParameterForDataSectionStatement' | 'InvalidSwitchFlag'
  | 'InvalidUnicodeEscapeSequence' | 'InvalidUsingExpression' | 'InvalidVariableReference' | 'InvalidVariableReferenceWithDrive'
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
  | 'MissingStatementTerminator' | 'MissingSwitchConditionExpression' | 'MissingSwitchStatementClause' | 'MissingTerminatorMultiLineComment' | 'MissingTrapStatement'
  | 'MissingTryStatementBlock' | 'MissingTypeBody' | 'MissingTypeLiteralToken' | 'MissingTypename' | 'MissingUsingItemName'
  | 'MissingUsingStatementDirective' | 'MissingVariableNameAfterForeach' | 'MissingWhileOrUntilInDoWhile'
  | 'MultipleSwitchDefaultClauses' | 'OnlyOneParameterListAllowed' | 'OpenBraceNeedsToBeBackTickedInVariableName'
  | 'OperatorRequiresVariableOrProperty' | 'OrderedAttributeOnlyOnHashLiteralNode' | 'ParamBlockNotAllowedInMethod' | 'ParameterAlreadyBound' | 'ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock' | 'ParameterRequiresArgument' | 'ParserError' | 'PipelineValueRequired'
  | 'RedirectionNotSupported' | 'ReservedKeywordNotAllowed' | 'RequiresPSEditionInvalid' | 'RequiresVersionInvalid' | 'ScriptRequiresInvalidFormat' | 'ScriptTooComplicated' | 'SplattingNotPermitted' | 'SplattingNotPermittedInArgumentList'
  | 'StreamAlreadyRedirected' | 'TerminatorExpectedAtEndOfString' | 'TypeNameExpected' | 'TypeNotAllowedBeforeParam' | 'TypeNotAllowedBeforeStatement' | 'UnexpectedAttribute'
  | 'UnexpectedCharactersAfterHereStringHeader' | 'UnexpectedKeyword' | 'UnexpectedToken' | 'UnrecognizedToken'
  | 'UsingMustBeAtStartOfScript' | 'UsingStatementNotSupported' | 'WhitespaceBeforeHereStringFooter'
  | 'VoidTypeConstraintNotAllowed' | 'WorkflowNotSupportedInPowerShellCore';

export interface ScriptSyntaxError {
  readonly id: SyntaxErrorId;
  /** PowerShell's own place: for an open quote the quote, for something missing the end of what stands before. */
  readonly start: number;
  readonly end: number;
  /** More text could still make it right, as while it is being typed. */
  readonly incomplete: boolean;
}
