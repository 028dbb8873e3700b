output "user_pool_id" {
  description = "Of the platform's pool, connector.platform.user-pool-id; of an app's, userPoolId."
  value       = aws_cognito_user_pool.this.id
}

output "issuer" {
  description = "Who signs the tokens."
  value       = "https://${aws_cognito_user_pool.this.endpoint}"
}

output "token_endpoint" {
  description = "Where clients with a secret get their tokens."
  value       = "https://${aws_cognito_user_pool_domain.this.domain}.auth.${split("_", aws_cognito_user_pool.this.id)[0]}.amazoncognito.com/oauth2/token"
}

output "web_client_id" {
  description = "Client without a secret, through which people sign in."
  value       = aws_cognito_user_pool_client.web.id
}

output "backend_client_id" {
  description = "Client with a secret, for the app's own calls."
  value       = aws_cognito_user_pool_client.backend.id
}

output "backend_client_secret" {
  description = "Stands in the state too; keep that where secrets are kept."
  value       = aws_cognito_user_pool_client.backend.client_secret
  sensitive   = true
}

output "operator_client_id" {
  description = "Client with a secret that may administer apps; null without platform."
  value       = one(aws_cognito_user_pool_client.operator[*].id)
}

output "operator_client_secret" {
  description = "Stands in the state too; keep that where secrets are kept."
  value       = one(aws_cognito_user_pool_client.operator[*].client_secret)
  sensitive   = true
}

output "configuration" {
  description = "What goes into the configuration of the service; empty without platform."
  value = var.platform ? {
    "connector.platform.user-pool-id" = aws_cognito_user_pool.this.id
    "connector.platform.client-ids"   = join(",", aws_cognito_user_pool_client.operator[*].id)
    "connector.resource-server"       = aws_cognito_resource_server.this.identifier
  } : {}
}

output "app" {
  description = "What registers the app, as the body of POST /v1/apps."
  value = jsonencode({
    id             = var.app_name
    name           = var.app_name
    userPoolId     = aws_cognito_user_pool.this.id
    clientIds      = [aws_cognito_user_pool_client.web.id, aws_cognito_user_pool_client.backend.id]
    allowedGroups  = [var.app_name]
    defaultGroups  = [var.app_name]
    roleMappings   = zipmap([var.app_name, "${var.app_name}-admins"], [["User"], ["Administrator"]])
    operatorGroups = zipmap(["${var.app_name}-support"], [["users.read", "users.write", "groups.read"]])
  })
}

output "app_role_arn" {
  description = "Role that the service assumes, roleArn of the app's credentials; null without external_id."
  value       = one(aws_iam_role.app[*].arn)
}
