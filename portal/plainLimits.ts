import {
  type KyselyPlugin,
  type LimitNode,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryResult,
  type RootOperationNode,
  type UnknownRow,
  ValueNode,
} from 'kysely'

/**
 * Writes limits into the statement instead of sending them beside it: a plan that is kept for all values must know that
 * only a page is wanted, or it is made for a tenth of the table.
 */
export class PlainLimits implements KyselyPlugin {
  readonly #transformer = new LimitTransformer()

  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    return this.#transformer.transformNode(node)
  }

  transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return Promise.resolve(result)
  }
}

class LimitTransformer extends OperationNodeTransformer {
  protected override transformLimit(node: LimitNode): LimitNode {
    const { limit } = node
    if (!ValueNode.is(limit)) return super.transformLimit(node)
    return { ...node, limit: ValueNode.createImmediate(limit.value) }
  }
}
