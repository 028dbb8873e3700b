resource "aws_cognito_user_pool_client" "web" {
  user_pool_id                  = aws_cognito_user_pool.this.id
  name                          = "${var.app_name}-web"
  generate_secret               = false
  explicit_auth_flows           = ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
  enable_token_revocation       = true
  prevent_user_existence_errors = "ENABLED"
  access_token_validity         = 60
  id_token_validity             = 60
  refresh_token_validity        = 30

  token_validity_units {
    access_token  = "minutes"
    id_token      = "minutes"
    refresh_token = "days"
  }
}

resource "aws_cognito_user_pool_client" "backend" {
  user_pool_id                         = aws_cognito_user_pool.this.id
  name                                 = "${var.app_name}-backend"
  generate_secret                      = true
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["client_credentials"]
  allowed_oauth_scopes                 = setsubtract(aws_cognito_resource_server.this.scope_identifiers, ["${var.resource_server_identifier}/apps.admin"])
  # Named, since without it people could sign in through this client too.
  explicit_auth_flows           = ["ALLOW_REFRESH_TOKEN_AUTH"]
  enable_token_revocation       = true
  prevent_user_existence_errors = "ENABLED"
  access_token_validity         = 60

  token_validity_units {
    access_token = "minutes"
  }
}

resource "aws_cognito_user_pool_client" "operator" {
  count = var.platform ? 1 : 0

  user_pool_id                         = aws_cognito_user_pool.this.id
  name                                 = "${var.app_name}-operator"
  generate_secret                      = true
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["client_credentials"]
  allowed_oauth_scopes                 = aws_cognito_resource_server.this.scope_identifiers
  explicit_auth_flows                  = ["ALLOW_REFRESH_TOKEN_AUTH"]
  enable_token_revocation              = true
  prevent_user_existence_errors        = "ENABLED"
  access_token_validity                = 60

  token_validity_units {
    access_token = "minutes"
  }
}
