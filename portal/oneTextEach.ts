import {
  type BinaryOperationNode,
  type LimitNode,
  OperatorNode,
  PostgresDialect,
  PostgresQueryCompiler,
  PrimitiveValueListNode,
  ValueNode,
} from 'kysely'

/** Writes each statement of a page as one text, whatever is asked for, so that a connection keeps one plan of it, and a good one. */
export class OneTextEach extends PostgresDialect {
  override createQueryCompiler(): PostgresQueryCompiler {
    return new OneTextCompiler()
  }
}

class OneTextCompiler extends PostgresQueryCompiler {
  /**
   * A limit stands in the text: a plan that is kept for all values must know that only a page is wanted, or it is made for a
   * tenth of the table.
   */
  protected override visitLimit({ limit }: LimitNode): void {
    this.append('limit ')
    this.visitNode(ValueNode.is(limit) ? ValueNode.createImmediate(limit.value) : limit)
  }

  /** A list of values is sent as one, an array: otherwise each length would be a text of its own. */
  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const { leftOperand, operator, rightOperand } = node
    const isIn = OperatorNode.is(operator) && operator.operator === 'in'
    if (!isIn || !PrimitiveValueListNode.is(rightOperand)) return super.visitBinaryOperation(node)
    this.visitNode(leftOperand)
    this.append(' = any(')
    this.appendValue(rightOperand.values)
    this.append(')')
  }
}
