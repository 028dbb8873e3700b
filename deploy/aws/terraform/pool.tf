resource "aws_cognito_user_pool" "this" {
  name                     = var.app_name
  username_attributes      = ["email"]
  auto_verified_attributes = ["email"]
  mfa_configuration        = var.mfa
  deletion_protection      = var.deletion_protection

  username_configuration {
    case_sensitive = false
  }

  user_attribute_update_settings {
    attributes_require_verification_before_update = ["email"]
  }

  account_recovery_setting {
    recovery_mechanism {
      name     = "verified_email"
      priority = 1
    }
  }

  admin_create_user_config {
    allow_admin_create_user_only = true
  }

  password_policy {
    minimum_length                   = 12
    require_lowercase                = true
    require_uppercase                = true
    require_numbers                  = true
    require_symbols                  = true
    temporary_password_validity_days = 7
  }

  software_token_mfa_configuration {
    enabled = true
  }

  dynamic "email_configuration" {
    for_each = var.ses_identity_arn == null ? [] : [var.ses_identity_arn]

    content {
      email_sending_account = "DEVELOPER"
      source_arn            = email_configuration.value
      from_email_address    = var.sender
    }
  }
}

resource "aws_cognito_user_pool_domain" "this" {
  user_pool_id = aws_cognito_user_pool.this.id
  domain       = var.domain_prefix
}

resource "aws_cognito_resource_server" "this" {
  user_pool_id = aws_cognito_user_pool.this.id
  identifier   = var.resource_server_identifier
  name         = "Cognito Connector"

  dynamic "scope" {
    for_each = local.scopes

    content {
      scope_name        = scope.key
      scope_description = scope.value
    }
  }
}

resource "aws_cognito_user_group" "this" {
  for_each = local.groups

  user_pool_id = aws_cognito_user_pool.this.id
  name         = each.value.name
  description  = each.value.description
  precedence   = each.value.precedence
}

locals {
  # The permissions of the service.
  scopes = {
    "apps.admin"   = "Register, change and remove apps; of clients of the platform only"
    "users.read"   = "See users, and who may enter"
    "users.write"  = "Create, change and remove users"
    "groups.read"  = "See groups and their members"
    "groups.write" = "Create, change and remove groups, and who is in them"
    "jobs.read"    = "See jobs and their results"
    "jobs.write"   = "Import users, change many, and steer jobs"
    "audit.read"   = "Read and verify the audit trail"
  }

  groups = {
    app     = { name = var.app_name, description = "Whoever may enter the app", precedence = 30 }
    support = { name = "${var.app_name}-support", description = "Whoever helps the users of the app", precedence = 20 }
    admins  = { name = "${var.app_name}-admins", description = "Whoever administers the app", precedence = 10 }
  }
}
