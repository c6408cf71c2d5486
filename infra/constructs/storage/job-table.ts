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

/** The one table: jobs, the journals of their chunks, and the accounts between jobs. */
export class JobTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      // A journal says what was paid: losing it would mean not knowing what must not be paid again.
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // Earlier releases had items deleted after a year or a week. What was ordered is never forgotten
    // (money rule 8), so the table is told to delete nothing; to leave the setting out would keep it.
    (this.table.node.defaultChild as CfnTable).timeToLiveSpecification = {
      attributeName: 'expiresAt',
      enabled: false,
    };
    this.table.addGlobalSecondaryIndex({
      indexName: JOBS_INDEX,
      partitionKey: { name: 'listed', type: AttributeType.STRING },
      sortKey: { name: 'createdAt', type: AttributeType.NUMBER },
      projectionType: ProjectionType.ALL,
    });
  }
}
