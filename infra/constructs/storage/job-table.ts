import { RemovalPolicy } from 'aws-cdk-lib/core';
import {
  AttributeType,
  BillingMode,
  type CfnTable,
  ProjectionType,
  Table,
} from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { JOBS_INDEX } from '../../../shared/store/jobs-index.ts';

/** A table by its names, of this stack or of another. */
export type KeptTable = Pick<Table, 'tableArn' | 'tableName'>;

/** How the table is kept. */
export interface JobTableProps {
  /** Whether nothing can delete it, not even the roll-back of a deployment that fails. */
  readonly protected: boolean;
  /** The name of a table to take up instead: one that an earlier stack left, or that was restored. */
  readonly existing: string | null;
}

/** The one table: jobs, the journals of their chunks, and the accounts between jobs. */
export class JobTable extends Construct {
  readonly table: KeptTable;

  constructor(scope: Construct, id: string, props: JobTableProps) {
    super(scope, id);
    this.table = props.existing === null ? this.#make(props) : this.#takeUp(props.existing);
  }

  /** The stack never changes or deletes it. What was ordered before is remembered (money rule 8). */
  #takeUp(tableName: string): KeptTable {
    return Table.fromTableAttributes(this, 'Table', { tableName, globalIndexes: [JOBS_INDEX] });
  }

  #make(props: JobTableProps): Table {
    const table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      // A journal says what was paid: losing it would mean not knowing what must not be paid again.
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: props.protected,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    // Earlier releases had items deleted after a year or a week. What was ordered is never forgotten
    // (money rule 8), so the table is told to delete nothing; to leave the setting out would keep it.
    (table.node.defaultChild as CfnTable).timeToLiveSpecification = {
      attributeName: 'expiresAt',
      enabled: false,
    };
    table.addGlobalSecondaryIndex({
      indexName: JOBS_INDEX,
      partitionKey: { name: 'listed', type: AttributeType.STRING },
      sortKey: { name: 'createdAt', type: AttributeType.NUMBER },
      projectionType: ProjectionType.ALL,
    });
    return table;
  }
}
