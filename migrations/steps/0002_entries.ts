import { sql, type Kysely } from 'kysely'

/** One table an event, one column a word of its data; what an account's head commits to can be encoded again from its rows. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table rate (
      account bytea not null,
      seq bigint not null,
      block_number integer not null,
      transaction_index integer not null,
      log_index integer not null,
      tariff bigint not null,
      category bigint not null,
      effective_from_day bigint not null,
      basis bigint not null,
      fixed_per_kw_paise numeric(20) not null,
      fixed_per_connection_paise numeric(20) not null,
      duty_rate bigint not null,
      duty_base bigint not null,
      duty_per_unit numeric(20) not null,
      round_to_paise numeric(20) not null,
      order_hash bytea not null,
      slab_count bigint not null,
      slab1_up_to_wh numeric(20) not null,
      slab1_rate_per_unit numeric(20) not null,
      slab1_fuel_per_unit numeric(20) not null,
      slab1_subsidy_per_unit numeric(20) not null,
      slab2_up_to_wh numeric(20) not null,
      slab2_rate_per_unit numeric(20) not null,
      slab2_fuel_per_unit numeric(20) not null,
      slab2_subsidy_per_unit numeric(20) not null,
      slab3_up_to_wh numeric(20) not null,
      slab3_rate_per_unit numeric(20) not null,
      slab3_fuel_per_unit numeric(20) not null,
      slab3_subsidy_per_unit numeric(20) not null,
      slab4_up_to_wh numeric(20) not null,
      slab4_rate_per_unit numeric(20) not null,
      slab4_fuel_per_unit numeric(20) not null,
      slab4_subsidy_per_unit numeric(20) not null,
      slab5_up_to_wh numeric(20) not null,
      slab5_rate_per_unit numeric(20) not null,
      slab5_fuel_per_unit numeric(20) not null,
      slab5_subsidy_per_unit numeric(20) not null,
      slab6_up_to_wh numeric(20) not null,
      slab6_rate_per_unit numeric(20) not null,
      slab6_fuel_per_unit numeric(20) not null,
      slab6_subsidy_per_unit numeric(20) not null,
      slab7_up_to_wh numeric(20) not null,
      slab7_rate_per_unit numeric(20) not null,
      slab7_fuel_per_unit numeric(20) not null,
      slab7_subsidy_per_unit numeric(20) not null,
      slab8_up_to_wh numeric(20) not null,
      slab8_rate_per_unit numeric(20) not null,
      slab8_fuel_per_unit numeric(20) not null,
      slab8_subsidy_per_unit numeric(20) not null,
      primary key (account, seq)
    )
  `.execute(db)
  await sql`create index rate_block on rate (block_number, log_index)`.execute(db)
  await sql`
    create table rate_withdrawal (
      account bytea not null,
      seq bigint not null,
      block_number integer not null,
      transaction_index integer not null,
      log_index integer not null,
      tariff bigint not null,
      category bigint not null,
      effective_from_day bigint not null,
      primary key (account, seq)
    )
  `.execute(db)
  await sql`create index rate_withdrawal_block on rate_withdrawal (block_number, log_index)`.execute(
    db,
  )
  await sql`
    create table agreement_proposal (
      account bytea not null,
      seq bigint not null,
      block_number integer not null,
      transaction_index integer not null,
      log_index integer not null,
      category bigint not null,
      load_w numeric(20) not null,
      cycle bigint not null,
      instalments bigint not null,
      days_to_pay bigint not null,
      first_day bigint not null,
      consumer_key bytea not null,
      terms_hash bytea not null,
      by bytea not null,
      primary key (account, seq)
    )
  `.execute(db)
  await sql`create index agreement_proposal_block on agreement_proposal (block_number, log_index)`.execute(
    db,
  )
  await sql`
    create table agreement (
      account bytea not null,
      seq bigint not null,
      block_number integer not null,
      transaction_index integer not null,
      log_index integer not null,
      category bigint not null,
      load_w numeric(20) not null,
      cycle bigint not null,
      instalments bigint not null,
      days_to_pay bigint not null,
      first_day bigint not null,
      consumer_key bytea not null,
      terms_hash bytea not null,
      by bytea not null,
      primary key (account, seq)
    )
  `.execute(db)
  await sql`create index agreement_block on agreement (block_number, log_index)`.execute(db)
  await sql`
    create table meter (
      account bytea not null,
      seq bigint not null,
      block_number integer not null,
      transaction_index integer not null,
      log_index integer not null,
      meter bytea not null,
      day bigint not null,
      multiplier bigint not null,
      register_wh numeric(20) not null,
      modulus_wh numeric(20) not null,
      closing_wh numeric(20) not null,
      rollover boolean not null,
      carried_wh numeric(20) not null,
      evidence bytea not null,
      primary key (account, seq)
    )
  `.execute(db)
  await sql`create index meter_block on meter (block_number, log_index)`.execute(db)
  await sql`
    create table reading (
      account bytea not null,
      seq bigint not null,
      block_number integer not null,
      transaction_index integer not null,
      log_index integer not null,
      bill bigint not null,
      meter bytea not null,
      kind bigint not null,
      previous_wh numeric(20) not null,
      present_wh numeric(20) not null,
      multiplier bigint not null,
      carried_wh numeric(20) not null,
      rollover boolean not null,
      start_day bigint not null,
      end_day bigint not null,
      wh numeric(20) not null,
      evidence bytea not null,
      primary key (account, seq)
    )
  `.execute(db)
  await sql`create index reading_block on reading (block_number, log_index)`.execute(db)
  await sql`
    create table charge (
      account bytea not null,
      seq bigint not null,
      block_number integer not null,
      transaction_index integer not null,
      log_index integer not null,
      bill bigint not null,
      revision bigint not null,
      first_day bigint not null,
      number_of_days bigint not null,
      wh numeric(20) not null,
      tariff bigint not null,
      load_w numeric(20) not null,
      energy_paise numeric(20) not null,
      fixed_charge_paise numeric(20) not null,
      fuel_paise numeric(20) not null,
      duty_paise numeric(20) not null,
      subsidy_paise numeric(20) not null,
      charge_paise numeric(20) not null,
      primary key (account, seq)
    )
  `.execute(db)
  await sql`create index charge_block on charge (block_number, log_index)`.execute(db)
  await sql`
    create table bill (
      account bytea not null,
      seq bigint not null,
      block_number integer not null,
      transaction_index integer not null,
      log_index integer not null,
      number bigint not null,
      start_day bigint not null,
      end_day bigint not null,
      gross_paise numeric(20) not null,
      already_charged_paise numeric(20) not null,
      rounding_paise numeric(20) not null,
      amount_paise numeric(20) not null,
      due_day bigint not null,
      balance_paise numeric(20) not null,
      primary key (account, seq)
    )
  `.execute(db)
  await sql`create index bill_block on bill (block_number, log_index)`.execute(db)
  await sql`
    create table payment (
      account bytea not null,
      seq bigint not null,
      block_number integer not null,
      transaction_index integer not null,
      log_index integer not null,
      payer bytea not null,
      amount_paise numeric(20) not null,
      channel bigint not null,
      receipt_reference bytea not null,
      balance_paise numeric(20) not null,
      primary key (account, seq)
    )
  `.execute(db)
  await sql`create index payment_block on payment (block_number, log_index)`.execute(db)
  await sql`
    create table payment_reversal (
      account bytea not null,
      seq bigint not null,
      block_number integer not null,
      transaction_index integer not null,
      log_index integer not null,
      receipt_reference bytea not null,
      amount_paise numeric(20) not null,
      channel bigint not null,
      reason bigint not null,
      balance_paise numeric(20) not null,
      primary key (account, seq)
    )
  `.execute(db)
  await sql`create index payment_reversal_block on payment_reversal (block_number, log_index)`.execute(
    db,
  )
  await sql`
    create table revision (
      account bytea not null,
      seq bigint not null,
      block_number integer not null,
      transaction_index integer not null,
      log_index integer not null,
      bill bigint not null,
      revision bigint not null,
      previous_wh numeric(20) not null,
      present_wh numeric(20) not null,
      rollover boolean not null,
      wh numeric(20) not null,
      gross_before_paise numeric(20) not null,
      gross_after_paise numeric(20) not null,
      difference_paise numeric(20) not null,
      reason bigint not null,
      document bytea not null,
      balance_paise numeric(20) not null,
      primary key (account, seq)
    )
  `.execute(db)
  await sql`create index revision_block on revision (block_number, log_index)`.execute(db)
  await sql`
    create table dispute (
      account bytea not null,
      seq bigint not null,
      block_number integer not null,
      transaction_index integer not null,
      log_index integer not null,
      bill bigint not null,
      amount_paise numeric(20) not null,
      reason_hash bytea not null,
      primary key (account, seq)
    )
  `.execute(db)
  await sql`create index dispute_block on dispute (block_number, log_index)`.execute(db)
  await sql`
    create table dispute_resolution (
      account bytea not null,
      seq bigint not null,
      block_number integer not null,
      transaction_index integer not null,
      log_index integer not null,
      bill bigint not null,
      outcome bigint not null,
      document bytea not null,
      primary key (account, seq)
    )
  `.execute(db)
  await sql`create index dispute_resolution_block on dispute_resolution (block_number, log_index)`.execute(
    db,
  )
  await sql`
    create table adjustment (
      account bytea not null,
      seq bigint not null,
      block_number integer not null,
      transaction_index integer not null,
      log_index integer not null,
      amount_paise numeric(20) not null,
      reason bigint not null,
      bill bigint not null,
      document bytea not null,
      by bytea not null,
      balance_paise numeric(20) not null,
      primary key (account, seq)
    )
  `.execute(db)
  await sql`create index adjustment_block on adjustment (block_number, log_index)`.execute(db)
  await sql`
    create table period_closing (
      account bytea not null,
      seq bigint not null,
      block_number integer not null,
      transaction_index integer not null,
      log_index integer not null,
      month bigint not null,
      opening_paise numeric(39) not null,
      billed_paise numeric(39) not null,
      adjusted_paise numeric(39) not null,
      paid_paise numeric(39) not null,
      closing_paise numeric(39) not null,
      primary key (account, seq)
    )
  `.execute(db)
  await sql`create index period_closing_block on period_closing (block_number, log_index)`.execute(
    db,
  )
  await sql`
    create table role_change (
      account bytea not null,
      seq bigint not null,
      block_number integer not null,
      transaction_index integer not null,
      log_index integer not null,
      role bytea not null,
      holder bytea not null,
      granted boolean not null,
      by bytea not null,
      primary key (account, seq)
    )
  `.execute(db)
  await sql`create index role_change_block on role_change (block_number, log_index)`.execute(db)
  await sql`
    create table sweep (
      account bytea not null,
      seq bigint not null,
      block_number integer not null,
      transaction_index integer not null,
      log_index integer not null,
      amount_paise numeric(20) not null,
      treasury bytea not null,
      primary key (account, seq)
    )
  `.execute(db)
  await sql`create index sweep_block on sweep (block_number, log_index)`.execute(db)
}
