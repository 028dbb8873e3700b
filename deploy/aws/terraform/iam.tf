# The policies are the files beside this module, so that there is one of each.
locals {
  policies = toset(["users-read", "users-write", "groups-read", "groups-write"])
}

resource "aws_iam_policy" "pool" {
  for_each = local.policies

  name        = "${var.app_name}-${each.key}"
  description = "${each.key}.json of Cognito Connector"
  policy = replace(
    file("${path.module}/../${each.key}.json"),
    "arn:aws:cognito-idp:REGION:ACCOUNT:userpool/POOL_ID",
    aws_cognito_user_pool.this.arn
  )
}

resource "aws_iam_role_policy_attachment" "service" {
  for_each = var.service_role_name == null ? toset([]) : local.policies

  role       = var.service_role_name
  policy_arn = aws_iam_policy.pool[each.key].arn
}

resource "aws_iam_role" "app" {
  count = var.external_id == null ? 0 : 1

  name        = "${var.app_name}-connector"
  description = "trust-assume-role.json of Cognito Connector"
  assume_role_policy = replace(
    replace(
      file("${path.module}/../trust-assume-role.json"),
      "arn:aws:iam::SERVICE_ACCOUNT:role/SERVICE_ROLE",
      var.service_role_arn
    ),
    "EXTERNAL_ID",
    var.external_id
  )
}

resource "aws_iam_role_policy_attachment" "app" {
  for_each = var.external_id == null ? toset([]) : local.policies

  role       = aws_iam_role.app[0].name
  policy_arn = aws_iam_policy.pool[each.key].arn
}
